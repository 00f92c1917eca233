# Read by the scripts of bin, with $home set: finds a Java to run Retort ($java), and the archive of classes made ready for just that Java ($archive).

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
archive=
if [ -r "$release" ]; then
    while IFS='=' read -r name value; do
        case $name in
            IMPLEMENTOR | JAVA_RUNTIME_VERSION | JAVA_VERSION) archive=$archive-${value#\"} ;;
        esac
    done <"$release"
fi
case $archive in
    '') ;;
    *[!A-Za-z0-9.+\"\ _,-]*) archive= ;;
    *) archive=$home/lib/retort$(printf %s "$archive" | tr -d '"' | tr ' ' _).jsa ;;
esac
