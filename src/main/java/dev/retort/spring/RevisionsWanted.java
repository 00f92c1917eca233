package dev.retort.spring;

import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/**
 * Whether an application wants revisions run when it starts: {@code retort.enabled}, else whether {@code retort.package} is stated. The jar alone says nothing,
 * as compiled revisions need it in any case.
 */
final class RevisionsWanted extends SpringBootCondition {

    @Override
    public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
        Environment environment = context.getEnvironment();
        Boolean enabled = environment.getProperty("retort.enabled", Boolean.class);
        ConditionMessage.Builder message = ConditionMessage.forCondition("Retort");
        if (enabled != null) {
            return new ConditionOutcome(enabled, message.because("retort.enabled is " + enabled));
        }
        boolean stated = StringUtils.hasText(environment.getProperty("retort.package"));
        return new ConditionOutcome(
                stated, message.because(stated ? "retort.package is stated" : "retort.package is not stated"));
    }
}
