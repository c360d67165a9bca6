#pragma once

#include <string>
#include <vector>

#include "gateways/vault.h"

namespace doorstep::usecases::demo {

/// A file that people send again and again in the demo: its content is in the vault once.
struct DemoFile {
    std::string name;
    std::string description;
    std::string content_type;
    std::string sha256;
    std::int64_t size = 0;
};

/// Puts the demo's few files in the vault: diary sheets, a photograph, a recording. Always the same bytes.
std::vector<DemoFile> store_demo_files(gateways::Vault& vault);

}  // namespace doorstep::usecases::demo
