package dev.retort.model;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A class that a jar offers to Hibernate as a service and that cannot be loaded beside this Hibernate.
 *
 * @param origin the jar or folder that offers it
 * @param reason what the loading fails with
 */
record BrokenProvider(String provider, String origin, String reason) {

    private static final List<String> SERVICES = List.of(
            "org.hibernate.boot.model.FunctionContributor",
            "org.hibernate.boot.model.TypeContributor",
            "org.hibernate.boot.registry.selector.StrategyRegistrationProvider",
            "org.hibernate.boot.spi.AdditionalJaxbMappingProducer",
            "org.hibernate.boot.spi.AdditionalMappingContributor",
            "org.hibernate.boot.spi.BootstrapContextFactory",
            "org.hibernate.boot.spi.MetadataBuilderFactory",
            "org.hibernate.boot.spi.MetadataBuilderInitializer",
            "org.hibernate.boot.spi.MetadataSourcesContributor",
            "org.hibernate.boot.spi.SessionFactoryBuilderFactory",
            "org.hibernate.bytecode.spi.BytecodeProvider",
            "org.hibernate.event.spi.EventEngineContributor",
            "org.hibernate.event.spi.EventManager",
            "org.hibernate.integrator.spi.Integrator",
            "org.hibernate.service.spi.ServiceContributor",
            "org.hibernate.service.spi.SessionFactoryServiceContributor");

    /** The first one that does not load, of all jars that the loader sees. */
    static Optional<BrokenProvider> find(ClassLoader loader) {
        for (String service : SERVICES) {
            for (URL document : documents(loader, "META-INF/services/" + service)) {
                for (String provider : providers(document)) {
                    String reason = reason(provider, service, loader);
                    if (reason != null) {
                        return Optional.of(new BrokenProvider(provider, origin(document), reason));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static List<URL> documents(ClassLoader loader, String resource) {
        try {
            return Collections.list(loader.getResources(resource));
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    private static List<String> providers(URL document) {
        List<String> names = new ArrayList<>();
        try {
            URLConnection connection = document.openConnection();
            connection.setUseCaches(false);
            try (BufferedReader lines =
                    new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8))) {
                lines.lines()
                        .map(line -> line.replaceFirst("#.*", "").strip())
                        .filter(line -> !line.isEmpty())
                        .forEach(names::add);
            }
        } catch (IOException unreadable) {
            // A jar that cannot be read offers nothing; what it breaks is reported by what misses it.
            return names;
        }
        return names;
    }

    /** What loading and linking it fails with; null where it loads. */
    private static @Nullable String reason(String provider, String service, ClassLoader loader) {
        try {
            Class<?> type = Class.forName(provider, false, loader);
            // Asking for its members is what links it.
            Objects.requireNonNull(type.getDeclaredConstructor());
            Objects.requireNonNull(type.getDeclaredMethods());
            Objects.requireNonNull(type.getDeclaredFields());
            Class<?> contract = Class.forName(service, false, loader);
            return contract.isAssignableFrom(type) ? abstractMethod(type, contract) : "it is no " + service;
        } catch (ClassNotFoundException | LinkageError | NoSuchMethodException e) {
            return e.toString();
        }
    }

    private static @Nullable String abstractMethod(Class<?> type, Class<?> contract) {
        for (var method : contract.getMethods()) {
            try {
                var implemented = type.getMethod(method.getName(), method.getParameterTypes());
                if (java.lang.reflect.Modifier.isAbstract(implemented.getModifiers())) {
                    return "it lacks the method " + method.getName() + " of " + contract.getName();
                }
            } catch (NoSuchMethodException e) {
                return "it lacks the method " + method.getName() + " of " + contract.getName();
            }
        }
        return null;
    }

    private static String origin(URL document) {
        String text = document.toString().replaceFirst("!?/META-INF/services/.*", "");
        return text.replaceFirst("^jar:", "").replaceFirst("^file:", "");
    }
}
