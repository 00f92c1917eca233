package dev.retort.command.tenant;

import dev.retort.RefusedException;
import dev.retort.command.Workspace;
import dev.retort.command.run.Stamp;
import dev.retort.revision.Target;
import dev.retort.runtime.RevisionLoader;
import dev.retort.runtime.RunListener;
import dev.retort.runtime.Runner;
import java.util.List;

/** Says of every tenant where it stands, and runs nothing. */
public final class TenantStamp implements AutoCloseable {

    private final Workspace workspace;
    private final Tenants tenants;
    private final RevisionLoader revisions;

    /** Stamps the tenants of a workspace. */
    public TenantStamp(Workspace workspace) {
        this.workspace = workspace;
        this.tenants = new Tenants(workspace);
        this.revisions = new SharedRevisions(workspace.revisions());
    }

    /** The refusal where the environment is protected and nobody has agreed. */
    public RefusedException notAgreed(List<String> targets) {
        return TenantConsent.refused(
                workspace, "stamp of every tenant", "retort stamp " + String.join(" ", targets) + " --yes");
    }

    /**
     * Stamps each.
     *
     * @param purge whether all rows go first, known or not
     * @return the outcomes in the order of the tenants
     */
    public List<Outcome> run(List<Target> targets, boolean purge) {
        return new TenantWork(
                        workspace.config().jobs(),
                        false,
                        workspace.surroundings().stop())
                .run(tenants.find("stamp"), found -> run(found, targets, purge));
    }

    private Outcome run(Found found, List<Target> targets, boolean purge) {
        if (found.failure() != null) {
            return Outcome.failed(found, found.failure());
        }
        Tenant tenant = found.tenant();
        try {
            Runner.Stamped stamped = new Runner(
                            tenant.database(),
                            revisions,
                            workspace
                                    .config()
                                    .runSettings()
                                    .ofTenant(
                                            tenant.namespace(),
                                            workspace.config().tenantsShared()),
                            RunListener.SILENT,
                            workspace.surroundings())
                    .stamp(before -> Stamp.rows(revisions.graph(), purge ? List.of() : before, targets));
            return new Outcome(tenant, stamped.before(), stamped.after(), List.of(), stamped.role(), null);
        } catch (RuntimeException e) {
            return Outcome.failed(found, Failures.known(e));
        }
    }

    @Override
    public void close() {
        tenants.close();
    }
}
