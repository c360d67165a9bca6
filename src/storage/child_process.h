#pragma once

#include <functional>
#include <string>
#include <vector>

namespace doorstep::storage {

struct ChildOutput {
    std::string output;  ///< what it wrote to its standard output
    std::string errors;  ///< what it wrote to its standard error
};

/// Runs a program found in PATH, and waits for it. `environment` is added to ours, as "NAME=value": the place
/// for secrets, which a command line shows to everyone. `meanwhile` is called a few times a second.
/// StorageError: refused when it is not installed (the sentence names `package`), unavailable when it fails,
/// with its last words.
ChildOutput run_child(std::vector<std::string> const& command, std::string const& package,
                      std::vector<std::string> const& environment = {},
                      std::function<void()> const& meanwhile = {});

}  // namespace doorstep::storage
