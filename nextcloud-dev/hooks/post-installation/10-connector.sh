#!/bin/sh
# Prepares a new Nextcloud for Connector: apps, groups, sample accounts. The image runs it once, after installing;
# running it again changes nothing that is there already.
#   docker compose exec --user www-data nextcloud sh /docker-entrypoint-hooks.d/post-installation/10-connector.sh
set -eu

# OCC may name another way to call occ, such as a wrapper on a server without Docker.
occ() {
    # Split on purpose: a command and its arguments.
    # shellcheck disable=SC2086
    ${OCC:-php /var/www/html/occ} --no-interaction "$@"
}

# Installs from the app store when the app is not in the image; an app that cannot be had does not stop the others.
enable() {
    occ app:enable "$1" || occ app:install "$1" || echo "App $1 is missing: install it from the app store, then run this again." >&2
}

for app in circles groupfolders calendar; do
    enable "$app"
done

group() {
    occ group:info "$1" >/dev/null 2>&1 || occ group:add --display-name="$2" "$1"
}

group coordination "Coordination"
group membres "Membres du réseau"

# occ reads the password from OC_PASS, so that it never stands in the list of processes.
OC_PASS=${SAMPLE_PASSWORD:-connector-dev-Sample-27}
export OC_PASS
account() {
    occ user:info "$1" >/dev/null 2>&1 || occ user:add --password-from-env --display-name="$2" "$1"
    occ group:adduser "$3" "$1"
}

account ines "Inès Le Goff" coordination
account noe "Noé D'Almeida" membres
account zoe "Zoé Saint-Exupère" membres

# Contracts sign in often and wrongly on purpose: no waiting, on this machine only.
occ config:system:set auth.bruteforce.protection.enabled --type=boolean --value=false
