# shellcheck shell=sh
# Runs a command and ends it when our standard input ends, which it does when the process that holds its other end
# closes it, exits or is killed with -9: the kernel sees to that, on Linux and on macOS.
#
#   sh leash.sh PIDFILE FOLDER COMMAND...
#
# PIDFILE gets the command's process id. FOLDER, unless empty, is removed when the holder is gone without a word;
# a holder that writes a line before it closes keeps it.
pidfile=$1 folder=$2
shift 2

abandoned= interrupted=
exec 3<&0
"$@" </dev/null 3<&- &
command=$!
# Only now: a child has its parent's traps until it becomes the command, and a signal that comes by then would be lost.
trap 'interrupted=yes abandoned=yes' USR1
trap 'interrupted=yes; kill -TERM "$command"' TERM INT HUP
echo "$command" >"$pidfile.new" && mv "$pidfile.new" "$pidfile"

(
    trap - TERM INT HUP USR1
    read -r word <&3 || kill -USR1 $$
    kill -TERM "$command"
    kill -CONT "$command" # a frozen one can't obey
    for second in 1 2 3 4 5 6 7 8 9 10; do
        sleep 1
    done
    kill -KILL "$command" # stuck in its shutdown
) 2>/dev/null &
watcher=$!

while
    interrupted=
    wait "$command"
    code=$?
    [ -n "$interrupted" ] # by a trap, which cuts a wait short
do :; done

kill "$watcher" 2>/dev/null
if [ -n "$abandoned" ] && [ -n "$folder" ]; then
    rm -rf "$folder"
fi
exit "$code"
