#pragma once

#include <string>
#include <string_view>

namespace doorstep::documents {

/// The text as a QR code (ISO/IEC 18004, error correction M) in a whole SVG document: black on white with the
/// quiet zone of four modules that scanners need, one user unit to a module. Throws std::length_error for
/// text that no QR code holds (over about 2,300 bytes).
std::string qr_code_svg(std::string_view text);

}  // namespace doorstep::documents
