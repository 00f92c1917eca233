package shop;

public class Types implements org.hibernate.boot.model.TypeContributor {
    public void contribute(org.hibernate.boot.model.TypeContributions t, org.hibernate.service.ServiceRegistry r) {
        throw new IllegalStateException("no licence");
    }
}
