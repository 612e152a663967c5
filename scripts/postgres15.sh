#!/usr/bin/env bash
# Run the integration tests on Debian's PostgreSQL 15, the oldest version Samstyr promises to work with.
# Installs it where there is apt and the right to use it. Usage: scripts/postgres15.sh [pytest's words …]
set -euo pipefail
cd "$(dirname "$0")/.."
bin=/usr/lib/postgresql/15/bin
if [ ! -x $bin/initdb ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  echo "Installing Debian's PostgreSQL 15 …"
  apt-get update -qq >/dev/null
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends postgresql-15 >/dev/null
fi
if [ ! -x $bin/initdb ]; then
  echo "no PostgreSQL 15 in $bin: install Debian's package postgresql-15" >&2
  exit 1
fi
folder=$(mktemp -d)
run=()
if [ "$(id -u)" = 0 ]; then  # PostgreSQL does not run as root
  chown postgres "$folder"
  run=(runuser -u postgres --)
fi
"${run[@]}" $bin/initdb --pgdata="$folder/data" --username=samstyr --auth=trust --encoding=UTF8 --locale=C >/dev/null
"${run[@]}" $bin/pg_ctl --pgdata="$folder/data" --silent --wait --log="$folder/log" \
  --options="-c listen_addresses='' -c unix_socket_directories='$folder'" start
trap '"${run[@]}" $bin/pg_ctl --pgdata="$folder/data" --silent --mode=fast stop; rm -rf "$folder"' EXIT
"${run[@]}" chmod 755 "$folder"
DATABASE_URL="postgresql://samstyr@/postgres?host=$folder" .venv/bin/python -m pytest -q -n 2 --dist loadfile "${@:-tests/integration}"
