#include "storage/sql/postgres_parameters.h"

#include <charconv>

namespace doorstep::storage::sql {
namespace {

constexpr std::size_t longest_number = 32;

struct Writer {
    std::string& bytes;

    void operator()(Null) const {}
    void operator()(bool value) const { bytes += value ? 't' : 'f'; }
    void operator()(std::int64_t value) const { number(value); }
    /// The shortest text that reads back as the same number.
    void operator()(double value) const { number(value); }
    void operator()(std::string_view value) const { bytes += value; }
    void operator()(std::string const& value) const { bytes += value; }

    template <class Number>
    void number(Number value) const {
        char digits[longest_number];
        auto const end = std::to_chars(digits, digits + longest_number, value).ptr;
        bytes.append(digits, end);
    }
};

std::size_t space_for(Value const& value) {
    if (auto const* view = std::get_if<std::string_view>(&value)) return view->size() + 1;
    if (auto const* text = std::get_if<std::string>(&value)) return text->size() + 1;
    return longest_number + 1;
}

}  // namespace

void PostgresParameters::fill(std::vector<Value const*> const& values) {
    std::size_t space = 0;
    for (auto const* value : values) space += space_for(*value);
    bytes_.clear();
    bytes_.reserve(space);  // so that the pointers stay good
    pointers_.clear();
    for (auto const* value : values) {
        pointers_.push_back(std::holds_alternative<Null>(*value) ? nullptr : bytes_.data() + bytes_.size());
        std::visit(Writer{bytes_}, *value);
        bytes_ += '\0';
    }
}

}  // namespace doorstep::storage::sql
