#pragma once

#include <string>

#include "gateways/virus_scanner.h"
#include "usecases/context.h"

namespace doorstep::usecases::files {

/// A job: has the scanner look at the files that wait for it. What is clean is given out from now on; what is
/// not is kept apart, with an event on the case or report it came with. A file that could not be looked at
/// waits on and is tried again; GatewayError then, so that the settings page says so.
std::string screen_files(Context& context, gateways::VirusScanner& scanner);

/// The same where no scanner is set up: says how many files still wait for one that was.
std::string without_scanner(Context& context);

}  // namespace doorstep::usecases::files
