#include "components/options.h"

namespace doorstep::components_tests {

namespace json = boost::json;

namespace {

/// As a template writes it.
std::string text_of(json::value const& value) {
    if (value.is_null()) return {};
    if (auto const* text = value.if_string()) return std::string(*text);
    return json::serialize(value);
}

/// What JavaScript takes for false.
bool is_falsy(json::value const& value) {
    if (value.is_null()) return true;
    if (auto const* flag = value.if_bool()) return !*flag;
    if (auto const* text = value.if_string()) return text->empty();
    if (auto const* number = value.if_int64()) return *number == 0;
    return false;
}

void add_unread(json::value const& value, std::string const& path, std::set<std::string> const& log,
                std::vector<std::string>& found) {
    if (log.contains(path)) return;
    if (auto const* object = value.if_object()) {
        for (auto const& [name, inner] : *object)
            add_unread(inner, path.empty() ? std::string(name) : path + "." + std::string(name), log, found);
    } else if (auto const* array = value.if_array()) {
        for (std::size_t i = 0; i < array->size(); ++i)
            add_unread((*array)[i], path + "[" + std::to_string(i) + "]", log, found);
    } else {
        found.push_back(path);
    }
}

}  // namespace

Options::Options(json::value const& value) : Options(value, {}, std::make_shared<Log>()) {}

Options::Options(json::value const& value, std::string path, std::shared_ptr<Log> log)
    : value_(&value), path_(std::move(path)), log_(std::move(log)) {}

std::string Options::path_of(std::string_view name) const {
    return path_.empty() ? std::string(name) : path_ + "." + std::string(name);
}

json::value const* Options::find(std::string_view name) const {
    auto const* object = value_->if_object();
    if (!object) return nullptr;
    auto const* found = object->if_contains(json::string_view(name.data(), name.size()));
    // A structure counts as read when its parts are.
    if (found && !found->is_object() && !found->is_array()) log_->insert(path_of(name));
    return found;
}

Options const& Options::read(std::string_view name, std::string& target) const {
    if (auto const* found = find(name); found && !found->is_null() && !found->is_object())
        target = text_of(*found);
    return *this;
}

Options const& Options::read(std::string_view name, std::optional<std::string>& target) const {
    if (auto const* found = find(name)) target = text_of(*found);
    return *this;
}

Options const& Options::read(std::string_view name, Html& target) const {
    if (auto const* found = find(name); found && !is_falsy(*found)) target = Html::trusted(text_of(*found));
    return *this;
}

Options const& Options::read(std::string_view name, bool& target) const {
    if (auto const* found = find(name)) target = !is_falsy(*found);
    return *this;
}

Options const& Options::read(std::string_view name, std::optional<bool>& target) const {
    if (auto const* found = find(name); found && found->is_bool()) target = found->as_bool();
    return *this;
}

Options const& Options::read(std::string_view name, int& target) const {
    if (auto const* found = find(name); found && found->is_int64())
        target = static_cast<int>(found->as_int64());
    return *this;
}

Options const& Options::read(std::string_view name, Attributes& target) const {
    for (auto const& [key, value] : pairs(name)) target.push_back({.name = key, .value = value});
    return *this;
}

Options const& Options::read(std::string_view name, std::vector<std::string>& target) const {
    auto const* found = find(name);
    if (!found || !found->is_array()) return *this;
    log_->insert(path_of(name));
    for (auto const& item : found->as_array()) target.push_back(text_of(item));
    return *this;
}

std::vector<std::pair<std::string, std::string>> Options::pairs(std::string_view name) const {
    std::vector<std::pair<std::string, std::string>> found_pairs;
    auto const* found = find(name);
    if (!found || !found->is_object()) return found_pairs;
    log_->insert(path_of(name));
    for (auto const& [key, value] : found->as_object()) {
        // {"value": ..., "optional": true}: left out when false, without a value when true.
        auto const* detailed = value.if_object();
        if (!detailed) {
            found_pairs.emplace_back(key, text_of(value));
            continue;
        }
        auto const* inner = detailed->if_contains("value");
        bool const is_optional = detailed->contains("optional") && !is_falsy(detailed->at("optional"));
        if (is_optional && (!inner || inner->is_null() || (inner->is_bool() && !inner->as_bool()))) continue;
        bool const has_no_value = is_optional && inner->is_bool();
        found_pairs.emplace_back(key, !inner || has_no_value ? std::string() : text_of(*inner));
    }
    return found_pairs;
}

std::optional<Options> Options::object(std::string_view name) const {
    auto const* found = find(name);
    if (!found || !found->is_object()) return std::nullopt;
    return Options(*found, path_of(name), log_);
}

std::vector<Options> Options::items(std::string_view name) const {
    auto const* found = find(name);
    if (!found || !found->is_array()) return {};
    return Options(*found, path_of(name), log_).items();
}

std::vector<Options> Options::items() const {
    std::vector<Options> items;
    auto const* array = value_->if_array();
    if (!array) return items;
    for (std::size_t i = 0; i < array->size(); ++i) {
        auto path = path_ + "[" + std::to_string(i) + "]";
        if (is_falsy((*array)[i]))
            log_->insert(std::move(path));
        else
            items.push_back(Options((*array)[i], std::move(path), log_));
    }
    return items;
}

bool Options::is_false(std::string_view name) const {
    auto const* found = find(name);
    return found && is_falsy(*found);
}

bool Options::is_text(std::string_view name) const {
    auto const* found = find(name);
    return found && found->is_string();
}

std::vector<std::string> Options::unread() const {
    std::vector<std::string> found;
    add_unread(*value_, path_, *log_, found);
    return found;
}

}  // namespace doorstep::components_tests
