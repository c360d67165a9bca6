#include "storage/sql/binding.h"

#include <algorithm>
#include <cmath>

#include "base/failure.h"

namespace doorstep::storage::sql {
namespace {

[[noreturn]] void refuse(Query const& query, std::string const& problem) {
    throw StorageError(FailureKind::bug, query.name() + ": " + problem);
}

/// PostgreSQL cannot store it in text, and its client would cut the text off there.
bool holds_nul(Value const& value) {
    if (auto const* view = std::get_if<std::string_view>(&value))
        return view->find('\0') != std::string_view::npos;
    if (auto const* text = std::get_if<std::string>(&value)) return text->find('\0') != std::string::npos;
    return false;
}

}  // namespace

std::vector<Value const*> const& OrderedValues::order(Query const& query, Bindings const& bindings) {
    auto const& names = query.parameters();
    values_.assign(names.size(), nullptr);
    std::size_t expected = 0;
    for (auto const& parameter : bindings) {
        // Most calls give them in the order of the text.
        auto place = expected++;
        if (place >= names.size() || names[place] != parameter.name)
            place = static_cast<std::size_t>(std::find(names.begin(), names.end(), parameter.name) -
                                             names.begin());
        if (place == names.size()) refuse(query, "has no parameter :" + std::string(parameter.name));
        if (values_[place]) refuse(query, "is given :" + std::string(parameter.name) + " twice");
        // SQLite would store it as null.
        if (auto const* real = std::get_if<double>(&parameter.value); real && std::isnan(*real))
            refuse(query, "is given a :" + std::string(parameter.name) + " that is no number");
        if (holds_nul(parameter.value))
            refuse(query, "is given a :" + std::string(parameter.name) + " that holds a NUL character");
        values_[place] = &parameter.value;
    }
    for (std::size_t place = 0; place < names.size(); ++place)
        if (!values_[place]) refuse(query, "is not given :" + names[place]);
    return values_;
}

}  // namespace doorstep::storage::sql
