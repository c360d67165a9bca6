#include "documents/qr_code.h"

#include <fmt/format.h>
#include <qrencode.h>

#include <memory>
#include <stdexcept>

namespace doorstep::documents {
namespace {

constexpr int quiet_zone = 4;

/// One path: a rectangle for each run of black modules in a row.
std::string dark_runs(QRcode const& code) {
    std::string path;
    for (int y = 0; y < code.width; ++y) {
        unsigned char const* row = code.data + y * code.width;
        for (int x = 0; x < code.width; ++x) {
            int const start = x;
            while (x < code.width && (row[x] & 1) != 0) ++x;
            if (x > start)
                path +=
                    fmt::format("M{} {}h{}v1h-{}z", start + quiet_zone, y + quiet_zone, x - start, x - start);
        }
    }
    return path;
}

}  // namespace

std::string qr_code_svg(std::string_view text) {
    std::unique_ptr<QRcode, decltype(&QRcode_free)> const code(
        QRcode_encodeData(static_cast<int>(text.size()), reinterpret_cast<unsigned char const*>(text.data()),
                          0, QR_ECLEVEL_M),
        QRcode_free);
    if (!code) throw std::length_error("The text is too long for a QR code");
    int const size = code->width + 2 * quiet_zone;
    return fmt::format(
        R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {0} {0}" shape-rendering="crispEdges">)"
        R"(<path fill="#fff" d="M0 0h{0}v{0}H0z"/><path fill="#000" d="{1}"/></svg>)",
        size, dark_runs(*code));
}

}  // namespace doorstep::documents
