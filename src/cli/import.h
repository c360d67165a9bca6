#pragma once

#include "cli/commands.h"
#include "usecases/imports/importer.h"

namespace doorstep::cli {

/// What every import takes: file, mapping, dry run, where to list rows.
struct ImportArguments {
    std::string file;
    std::string map;
    std::string errors;
    bool dry_run = false;
};
void add_import_options(CLI::App& command, ImportArguments& arguments);

/// Runs an import with progress, lists refused rows (in the file of --errors, else the first twenty on
/// stderr) and prints what it brought. Exit code 1 when a row was refused.
int run_import(Terminal const& terminal, ImportArguments const& arguments,
               std::function<Expected<usecases::imports::ImportResult>(
                   usecases::Context&, usecases::imports::ImportOptions const&)> const& import);

}  // namespace doorstep::cli
