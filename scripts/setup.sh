# Sourced by scripts/bontot, scripts/test and scripts/bench: makes .venv from a lock, once.
# `root` is the project's folder. prepare requirements.lock | prepare requirements-dev.lock

find_python() {
    for candidate in python3 python3.13 python3.12 python3.11 python; do
        if "$candidate" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' \
            2>/dev/null; then
            echo "$candidate"
            return 0
        fi
    done
    echo "bontot cần Python 3.11, 3.12 hoặc 3.13. / bontot needs Python 3.11, 3.12 or 3.13." >&2
    return 1
}

# What an environment was made from: the place, the settings of the package, the lock.
fingerprint() {
    echo "$root $(cksum <"$root/pyproject.toml") $(cksum <"$root/$1")"
}

# A Python that was removed since leaves a link that leads nowhere.
is_alive() {
    [ -x "$root/.venv/bin/python" ]
}

is_ready() {
    is_alive && [ -f "$root/.venv/made-from-$1" ] && [ "$(cat "$root/.venv/made-from-$1")" = "$(fingerprint "$1")" ]
}

# Only what set-up made is ever removed: a link or a folder of somebody else's stays.
remove_environment() {
    [ -e "$root/.venv" ] || [ -L "$root/.venv" ] || return 0
    if [ -L "$root/.venv" ] || ! ls "$root"/.venv/made-from-* >/dev/null 2>&1; then
        echo "$root/.venv không do bontot tạo nên được giữ nguyên; hãy đổi tên hoặc xoá rồi chạy lại." >&2
        echo "$root/.venv was not made by bontot and is left alone; rename or remove it, then start again." >&2
        return 1
    fi
    rm -rf "$root/.venv"
}

make_environment() {
    echo "Đang chuẩn bị lần đầu, có thể mất một phút… / Setting up, this may take a minute…" >&2
    case "$(is_alive && cat "$root"/.venv/made-from-* 2>/dev/null)" in
    "$root "*) ;;
    *)
        python=$(find_python) || return 1
        remove_environment || return 1
        mkdir "$root/.venv" && : >"$root/.venv/made-from-nothing-yet" || return 1
        "$python" -m venv "$root/.venv" || return 1
        ;;
    esac
    set -- "$1" "$root/.venv/bin/python" -m pip --disable-pip-version-check install -qq
    lock=$1
    shift
    "$@" --require-hashes -r "$root/$lock" || return 1
    "$@" --no-deps --no-build-isolation -e "$root" || return 1
    fingerprint "$lock" >"$root/.venv/made-from-$lock"
}

# Two that start at once: one makes it, the other waits.
prepare() {
    is_ready "$1" && return 0
    if command -v flock >/dev/null; then
        exec 9>"$root/.setup.lock"
        flock 9
    fi
    is_ready "$1" || make_environment "$1" >&2 || return 1
    exec 9>&-
}
