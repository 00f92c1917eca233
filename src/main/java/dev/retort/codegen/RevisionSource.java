package dev.retort.codegen;

/**
 * A revision's source.
 *
 * @param packageName the package; empty for none
 * @param className the class without its package
 * @param fileName the file in the package's folder
 * @param text the whole file, lines ended by {@code \n}, to be written as UTF-8
 */
public record RevisionSource(String packageName, String className, String fileName, String text) {

    /** The file below the source root, with forward slashes. */
    public String path() {
        return packageName.isEmpty() ? fileName : packageName.replace('.', '/') + "/" + fileName;
    }
}
