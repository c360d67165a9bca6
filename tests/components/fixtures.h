#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "components/options.h"
#include "html/html.h"

namespace doorstep::components_tests {

using Render = std::function<Html(Options const&)>;

/// Every fixture of the design system's own package for the component, hidden ones too, gives the same parsed
/// HTML. Those of unsupported.txt must differ.
void expect_official_fixtures(std::string const& component, Render const& render);

/// The same for fixtures of ours, tests/components/moj/<component>.json: the Ministry's package has none.
void expect_moj_fixtures(std::string const& component, Render const& render);

}  // namespace doorstep::components_tests
