#!/bin/sh
# bundle.sh PYTHON : the bundle, made by an environment that has the app and PyInstaller.
set -eu
cd "$(dirname "$0")/.."
python=$1
"$python" packaging/translations.py --compile
"$python" packaging/licences.py build/THIRD-PARTY.txt
"$python" -m PyInstaller --noconfirm --log-level ERROR --distpath dist --workpath build \
  packaging/chatapp.spec
profile=$(mktemp -d)
trap 'rm -rf "$profile"' EXIT
said=$(env -i HOME="$profile" PATH=/usr/bin:/bin QT_QPA_PLATFORM=offscreen \
  dist/chatapp/chatapp --profile "$profile" --offline-model --smoke-test)
echo "$said"
case "$said" in *'"ok":true'*) ;; *) exit 1 ;; esac
echo "bundle: $(du -sm dist/chatapp | cut -f1) MB in dist/chatapp"
