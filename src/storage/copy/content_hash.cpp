#include "storage/copy/content_hash.h"

#include <array>
#include <bit>
#include <charconv>

#include "base/assert.h"
#include "base/text.h"

namespace doorstep::storage::copy {
namespace {

void put(std::string& row, char kind, std::string_view bytes) {
    row += kind;
    row += std::to_string(bytes.size());
    row += ':';
    row += bytes;
}

struct PutCell {
    std::string& row;

    void operator()(std::monostate) const { put(row, 'n', ""); }
    void operator()(bool value) const { put(row, 'b', value ? "1" : "0"); }
    void operator()(std::int64_t value) const { put(row, 'i', std::to_string(value)); }
    void operator()(std::string_view value) const { put(row, 't', value); }
    /// By its bits, as no text of a number is the same everywhere.
    void operator()(double value) const {
        std::array<char, 16> digits{};
        auto const end = std::to_chars(digits.data(), digits.data() + digits.size(),
                                       std::bit_cast<std::uint64_t>(value), 16);
        put(row, 'r', {digits.data(), static_cast<std::size_t>(end.ptr - digits.data())});
    }
};

}  // namespace

ContentHash::ContentHash() : context_(EVP_MD_CTX_new()) {
    bool const ready = context_ && EVP_DigestInit_ex(context_.get(), EVP_sha256(), nullptr) == 1;
    DOORSTEP_ASSERT(ready, "SHA-256 is not available");
}

void ContentHash::add(Cells const& cells) {
    row_.clear();
    for (auto const& cell : cells) std::visit(PutCell{row_}, cell);
    row_ += '\n';
    add(row_);
}

void ContentHash::add(std::string_view bytes) {
    EVP_DigestUpdate(context_.get(), bytes.data(), bytes.size());
}

std::string ContentHash::hexadecimal() {
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest;
    unsigned size = 0;
    EVP_DigestFinal_ex(context_.get(), digest.data(), &size);
    return text::hex({reinterpret_cast<char const*>(digest.data()), size});
}

}  // namespace doorstep::storage::copy
