package dev.retort.model;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Set;

/**
 * A class file whose attributes can be hidden from Hibernate: fields become {@code transient}, getters synthetic bridges, and neither is persistent then.
 * Only flags are set, so the code stays as valid as it was (JVM specification, chapter 4).
 */
final class ClassFile {

    private static final int TRANSIENT = 0x0080;
    private static final int BRIDGE_AND_SYNTHETIC = 0x0040 | 0x1000;

    private final byte[] code;
    private final DataInputStream in;
    private final String[] texts;

    private ClassFile(byte[] code) throws IOException {
        this.code = code;
        this.in = new DataInputStream(new ByteArrayInputStream(code));
        in.skipNBytes(8);
        texts = new String[in.readUnsignedShort()];
        constants();
        in.skipNBytes(6);
        in.skipNBytes(2L * in.readUnsignedShort());
    }

    /**
     * The same class with these attributes hidden.
     *
     * @throws IOException if it is no class file
     */
    static byte[] hiding(Set<String> attributes, byte[] code) throws IOException {
        ClassFile file = new ClassFile(code.clone());
        file.members(attributes, false);
        file.members(attributes, true);
        return file.code;
    }

    /**
     * Whether a class names one of these in its constants, as it does an annotation's descriptor.
     *
     * @throws IOException if it is no class file
     */
    static boolean names(byte[] code, Set<String> constants) throws IOException {
        return Arrays.stream(new ClassFile(code).texts).anyMatch(text -> text != null && constants.contains(text));
    }

    private void constants() throws IOException {
        for (int i = 1; i < texts.length; i++) {
            int tag = in.readUnsignedByte();
            switch (tag) {
                case 1 -> texts[i] = in.readUTF();
                case 7, 8, 16, 19, 20 -> in.skipNBytes(2);
                case 15 -> in.skipNBytes(3);
                case 3, 4, 9, 10, 11, 12, 17, 18 -> in.skipNBytes(4);
                // Eight bytes take two places.
                case 5, 6 -> {
                    in.skipNBytes(8);
                    i++;
                }
                default -> throw new IOException("unknown constant " + tag);
            }
        }
    }

    private void members(Set<String> hidden, boolean methods) throws IOException {
        int count = in.readUnsignedShort();
        for (int i = 0; i < count; i++) {
            int at = code.length - in.available();
            int flags = in.readUnsignedShort();
            String name = texts[in.readUnsignedShort()];
            String descriptor = texts[in.readUnsignedShort()];
            String attribute = methods ? attributeOf(name, descriptor) : name;
            if (hidden.contains(attribute)) {
                int set = flags | (methods ? BRIDGE_AND_SYNTHETIC : TRANSIENT);
                code[at] = (byte) (set >> 8);
                code[at + 1] = (byte) set;
            }
            int details = in.readUnsignedShort();
            for (int j = 0; j < details; j++) {
                in.skipNBytes(2);
                in.skipNBytes(Integer.toUnsignedLong(in.readInt()));
            }
        }
    }

    /** The attribute that a method gets; empty for one that is no getter. */
    static String attributeOf(String method, String descriptor) {
        int prefix = method.startsWith("get") ? 3 : method.startsWith("is") ? 2 : 0;
        return prefix == 0 || method.length() == prefix || !descriptor.startsWith("()") || descriptor.equals("()V")
                ? ""
                : java.beans.Introspector.decapitalize(method.substring(prefix));
    }
}
