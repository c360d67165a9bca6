#pragma once

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Programs of others that make documents, kept in: no network where the system lets us, no files but those
/// of their folder to write, our environment not passed on, killed with all they started when they take too
/// long.
namespace doorstep::gateways {

/// The first of these that is in PATH; nothing when none is.
std::optional<std::filesystem::path> find_program(std::vector<std::string> const& names);

struct ChildRun {
    std::filesystem::path program;
    std::vector<std::string> arguments;
    std::filesystem::path folder;  ///< it works here; its home and its temporary files too
    std::chrono::seconds limit{30};
};
/// Waits for it. Throws GatewayError: unavailable when it could not be started, ended with an error or took
/// too long. What it wrote to its outputs is in its last words.
void run_child_program(ChildRun const& run);

}  // namespace doorstep::gateways
