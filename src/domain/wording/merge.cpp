#include "domain/wording/merge.h"

#include <functional>
#include <optional>

#include "base/text.h"

namespace doorstep::domain::wording {
namespace {

/// Hands out the text between fields and the name of each field. False when braces do not close.
bool walk(std::string_view body, std::function<void(std::string_view)> const& text,
          std::function<void(std::string_view)> const& field) {
    for (;;) {
        auto const open = body.find("{{");
        text(body.substr(0, open));
        if (open == std::string_view::npos) return true;
        auto const close = body.find("}}", open);
        if (close == std::string_view::npos) return false;
        field(text::trim(body.substr(open + 2, close - open - 2)));
        body.remove_prefix(close + 2);
    }
}

std::string escaped_for_markdown(std::string_view value) {
    // CommonMark section 2.4: a backslash before ASCII punctuation makes it plain.
    constexpr std::string_view punctuation = R"(!"#$%&'()*+,-./:;<=>?@[\]^_`{|}~)";
    std::string escaped;
    escaped.reserve(value.size());
    for (std::size_t at = 0; at < value.size(); ++at) {
        char const c = value[at];
        if (c == '\n') {
            // A line break stays one; an empty line starts a paragraph as it was typed.
            bool const within =
                at > 0 && value[at - 1] != '\n' && at + 1 < value.size() && value[at + 1] != '\n';
            escaped += within ? "\\\n" : "\n";
            continue;
        }
        bool const line_starts = escaped.empty() || escaped.back() == '\n';
        if (line_starts && (c == ' ' || c == '\t')) continue;  // four of them would be code
        if (punctuation.find(c) != std::string_view::npos) escaped += '\\';
        escaped += c;
    }
    return escaped;
}

bool may_read(people::Side reader, people::Side about) {
    return about == people::Side::neutral || about == reader;
}

}  // namespace

Fields& Fields::set(std::string name, std::string value) {
    return set_about(people::Side::neutral, std::move(name), std::move(value));
}

Fields& Fields::set_about(people::Side side, std::string name, std::string value) {
    fields_.push_back({.name = std::move(name), .value = std::move(value), .about = side});
    return *this;
}

Fields& Fields::leave(std::string name) {
    fields_.push_back({.name = std::move(name), .value = "", .stays = true});
    return *this;
}

Field const* Fields::find(std::string_view name) const {
    for (auto const& field : fields_)
        if (field.name == name) return &field;
    return nullptr;
}

std::vector<std::string> field_names(std::string_view body) {
    std::vector<std::string> names;
    walk(
        body, [](std::string_view) {}, [&](std::string_view name) { names.emplace_back(name); });
    return names;
}

Expected<std::string> merge(std::string_view body, Fields const& fields, people::Side to, As as) {
    std::string merged;
    std::optional<std::string> unknown;
    std::optional<std::string> other_side;
    bool const closes = walk(
        body, [&](std::string_view text) { merged += text; },
        [&](std::string_view name) {
            auto const* field = fields.find(name);
            if (!field) {
                unknown = name;
            } else if (!may_read(to, field->about)) {
                other_side = name;
            } else if (field->stays) {
                merged += "{{" + field->name + "}}";
            } else {
                merged += as == As::markdown ? escaped_for_markdown(field->value) : field->value;
            }
        });
    // (1)
    if (!closes)
        return refuse(RefusalKind::invalid, "wording-not-closed",
                      "The wording has {{ without }}: publish it again");
    if (unknown)
        return refuse(RefusalKind::invalid, "wording-field-unknown",
                      "The wording asks for {{" + *unknown + "}}, which this letter does not have");
    // (2)
    if (other_side)
        return refuse(RefusalKind::unlawful, "wording-other-side",
                      "The wording asks for {{" + *other_side +
                          "}}, which is about the other side: it must not be in this letter");
    return merged;
}

}  // namespace doorstep::domain::wording
