#!/usr/bin/env bash
# A long build says where it is twice a minute: "[212/418] Building CXX object ...". Reads its output, passes on a line
# now and then and the last one. Reads to the end, so that the build is never stopped by it.
said=$SECONDS last=
while IFS= read -r line; do
    last=$line
    [ $((SECONDS - said)) -ge 30 ] || continue
    said=$SECONDS
    printf '%.100s\n' "$line"
done
[ -z "$last" ] || printf '%.100s\n' "$last"
