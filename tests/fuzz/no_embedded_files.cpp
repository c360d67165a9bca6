// The fuzz programs read nothing of what is linked into the product.
#ifdef DOORSTEP_FUZZ_TARGET

#include "base/embedded.h"

namespace doorstep {

std::optional<EmbeddedFile> embedded_file(std::string_view) { return std::nullopt; }
std::vector<EmbeddedFile> embedded_files(std::string_view) { return {}; }

}  // namespace doorstep

#endif
