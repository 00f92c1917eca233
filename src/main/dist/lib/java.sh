# Read by the scripts of bin, with $home set: finds a Java to run Retort ($java), the name of that Java in files ($jvm, empty where it does not say), and the
# jars of each kind of command ($short, $full).

if [ -n "${JAVA_HOME:-}" ]; then
    java=$JAVA_HOME/bin/java
    if [ ! -x "$java" ]; then
        echo "error: JAVA_HOME is $JAVA_HOME, which holds no bin/java" >&2
        echo "  fix: point JAVA_HOME to a JDK 17 or newer, or unset it." >&2
        exit 2
    fi
elif ! java=$(command -v java 2>/dev/null); then
    echo "error: there is no java on the PATH" >&2
    echo "  fix: install a JDK 17 or newer, or set JAVA_HOME." >&2
    exit 2
fi

# An archive of another Java would cost that of the JDK itself, so its name tells them apart.
real=$java
while [ -h "$real" ]; do
    target=$(readlink "$real")
    case $target in
        /*) real=$target ;;
        *) real=${real%/*}/$target ;;
    esac
done
release=${real%/bin/java}/release
jvm=
if [ -r "$release" ]; then
    while IFS='=' read -r name value; do
        value=${value#\"}
        case $name in
            IMPLEMENTOR | JAVA_RUNTIME_VERSION | JAVA_VERSION) jvm=$jvm-${value%\"} ;;
        esac
    done <"$release"
fi
while :; do
    case $jvm in
        *' '*) jvm=${jvm%% *}_${jvm#* } ;;
        *[!A-Za-z0-9.+_,-]*) jvm= ;;
        *) break ;;
    esac
done

# What reads no entities, writes no revision and starts no server uses these jars. To look for a class that is nowhere, Java opens each jar there is, and that
# takes longer than most of these commands.
short=
for jar in "$home"/lib/retort.jar "$home"/lib/picocli-*.jar "$home"/lib/jackson-core-*.jar "$home"/lib/postgresql-*.jar; do
    short=$short${short:+:}$jar
done
full="$home/lib/*"
