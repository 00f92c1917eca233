package com.acme.loud;

import java.util.Map;
import org.jboss.logging.Logger;
import org.jboss.logging.LoggerProvider;

/** Stands for the logging that an application brings along. */
public class LoudProvider implements LoggerProvider {

    @Override
    public Logger getLogger(String name) {
        return new Logger(name) {
            @Override
            public boolean isEnabled(Level level) {
                return true;
            }

            @Override
            protected void doLog(Level level, String as, Object message, Object[] values, Throwable thrown) {
                System.setProperty("com.acme.loud", String.valueOf(message));
            }

            @Override
            protected void doLogf(Level level, String as, String format, Object[] values, Throwable thrown) {
                System.setProperty("com.acme.loud", format);
            }
        };
    }

    @Override
    public void clearMdc() {}

    @Override
    public Object putMdc(String key, Object value) {
        return null;
    }

    @Override
    public Object getMdc(String key) {
        return null;
    }

    @Override
    public void removeMdc(String key) {}

    @Override
    public Map<String, Object> getMdcMap() {
        return Map.of();
    }

    @Override
    public void clearNdc() {}

    @Override
    public String getNdc() {
        return "";
    }

    @Override
    public int getNdcDepth() {
        return 0;
    }

    @Override
    public String popNdc() {
        return "";
    }

    @Override
    public String peekNdc() {
        return "";
    }

    @Override
    public void pushNdc(String message) {}

    @Override
    public void setNdcMaxDepth(int maxDepth) {}
}
