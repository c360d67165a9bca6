#include "usecases/imports/mapping.h"

#include <toml++/toml.h>

#include "base/text.h"

namespace doorstep::usecases::imports {
namespace {

using Names = std::set<std::string, std::less<>>;

tl::unexpected<Refusal> wrong(std::string message) {
    return refuse(RefusalKind::invalid, "mapping", "The mapping " + std::move(message));
}

std::string at_line(toml::node const& node) {
    return "line " + std::to_string(node.source().begin.line) + ": ";
}

}  // namespace

Mapping::Template Mapping::template_of(std::string_view words) {
    if (words.find('{') == std::string_view::npos) return {{std::string(words), true, {}}};
    Template pieces;
    while (!words.empty()) {
        auto const open = words.find('{');
        auto const close = open == std::string_view::npos ? open : words.find('}', open);
        if (close == std::string_view::npos) {
            pieces.push_back({std::string(words), false, {}});
            break;
        }
        if (open > 0) pieces.push_back({std::string(words.substr(0, open)), false, {}});
        pieces.push_back({std::string(words.substr(open + 1, close - open - 1)), true, {}});
        words.remove_prefix(close + 1);
    }
    return pieces;
}

Expected<Mapping> Mapping::parse(std::string_view toml_text, Names const& fields) {
    toml::table table;
    try {
        table = toml::parse(toml_text);
    } catch (toml::parse_error const& error) {
        return wrong("line " + std::to_string(error.source().begin.line) + ": " +
                     std::string(error.description()));
    }
    Mapping mapping;
    auto const known_field = [&](toml::key const& key) -> Expected<Done> {
        if (fields.contains(std::string_view(key.str()))) return Done{};
        return wrong("line " + std::to_string(key.source().begin.line) + ": there is no field " +
                     std::string(key.str()) + "; fields are " +
                     text::join({fields.begin(), fields.end()}, ", "));
    };
    for (auto const& [key, node] : table) {
        auto const name = std::string_view(key.str());
        auto const text = node.value<std::string>();
        auto const* inner = node.as_table();
        if ((name == "source" || name == "key" || name == "separator" || name == "date_format") && !text)
            return wrong(at_line(node) + std::string(name) + " must be text");
        if (name == "source") {
            mapping.source_ = *text;
        } else if (name == "key") {
            mapping.key_ = *text;
        } else if (name == "separator") {
            if (text->size() != 1) return wrong(at_line(node) + "separator must be one character");
            mapping.separator_ = text->front();
        } else if (name == "date_format") {
            mapping.date_format_ = DatePattern::parse(*text);
            if (!mapping.date_format_)
                return wrong(at_line(node) +
                             "date_format must have day, month and year, like DD/MM/YYYY HH:mm");
        } else if (name == "columns" && inner) {
            for (auto const& [field, value] : *inner) {
                if (auto known = known_field(field); !known) return refuse(known.error());
                auto& into = mapping.fields_[std::string(field.str())].joined;
                if (auto const one = value.value<std::string>()) {
                    into.push_back(template_of(*one));
                } else if (auto const* several = value.as_array()) {
                    for (auto const& part : *several) {
                        auto const words = part.value<std::string>();
                        if (!words) return wrong(at_line(part) + "a list of columns has only text in it");
                        into.push_back(template_of(*words));
                    }
                } else {
                    return wrong(at_line(value) + "a column is text or a list of text");
                }
            }
        } else if (name == "constants" && inner) {
            for (auto const& [field, value] : *inner) {
                if (auto known = known_field(field); !known) return refuse(known.error());
                auto const constant = value.value<std::string>();
                if (!constant) return wrong(at_line(value) + "a constant is text");
                mapping.fields_[std::string(field.str())].constant = *constant;
            }
        } else if (name == "values" && inner) {
            for (auto const& [field, words] : *inner) {
                if (auto known = known_field(field); !known) return refuse(known.error());
                auto const* pairs = words.as_table();
                if (!pairs) return wrong(at_line(words) + "values are written as [values.field]");
                for (auto const& [theirs, ours] : *pairs) {
                    auto const word = ours.value<std::string>();
                    if (!word) return wrong(at_line(ours) + "a value is text");
                    mapping.fields_[std::string(field.str())].values.emplace(std::string(theirs.str()),
                                                                             *word);
                }
            }
        } else {
            return wrong(
                at_line(node) + "there is no " + std::string(name) +
                "; it has source, key, separator, date_format, [columns], [constants], [values.field]");
        }
    }
    return mapping;
}

Mapping Mapping::by_name(Names const& fields) {
    Mapping mapping;
    mapping.by_name_ = true;
    for (auto const& field : fields) mapping.fields_[field].joined.push_back(template_of(field));
    return mapping;
}

Expected<Done> Mapping::bind(documents::csv::Record const& header, Names const& required) {
    std::map<std::string, std::size_t, std::less<>> places;
    for (std::size_t n = 0; n < header.fields.size(); ++n) {
        auto const name = std::string(text::trim(header.fields[n]));
        places.emplace(by_name_ ? text::lower_ascii(name) : name, n);
    }
    std::vector<std::string> missing;
    auto const place_of = [&](std::string const& column) -> std::optional<std::size_t> {
        auto const found = places.find(column);
        if (found == places.end()) return std::nullopt;
        return found->second;
    };
    for (auto& [name, field] : fields_)
        for (auto& part : field.joined)
            for (auto& piece : part) {
                if (!piece.is_column) continue;
                piece.place = place_of(piece.text);
                if (!piece.place && (!by_name_ || required.contains(name))) missing.push_back(piece.text);
            }
    if (!key_.empty()) {
        key_place_ = place_of(key_);
        if (!key_place_) missing.push_back(key_);
    }
    if (!missing.empty())
        return refuse(RefusalKind::invalid, "columns-missing",
                      "The first line of the file has no column called " + text::join(missing, ", "));
    for (auto const& name : required)
        if (!has(name)) return wrong("says nothing about " + name + ": add it to [columns] or [constants]");
    return Done{};
}

bool Mapping::has(std::string_view field) const {
    auto const found = fields_.find(field);
    return found != fields_.end() && (!found->second.joined.empty() || !found->second.constant.empty());
}

std::string Mapping::raw(documents::csv::Record const& record, std::string_view field) const {
    auto const found = fields_.find(field);
    if (found == fields_.end()) return {};
    std::string joined;
    for (auto const& part : found->second.joined) {
        std::string words;
        bool says_something = false;
        for (auto const& piece : part) {
            if (!piece.is_column) {
                words += piece.text;
            } else if (piece.place && *piece.place < record.fields.size()) {
                auto const value = text::trim(record.fields[*piece.place]);
                says_something = says_something || !value.empty();
                words += value;
            }
        }
        auto const trimmed = text::trim(words);
        if (!says_something || trimmed.empty()) continue;
        if (!joined.empty()) joined += ", ";
        joined += trimmed;
    }
    return joined;
}

std::optional<std::string> Mapping::value(documents::csv::Record const& record,
                                          std::string_view field) const {
    auto const found = fields_.find(field);
    if (found == fields_.end()) return std::string();
    auto words = raw(record, field);
    auto const& [joined, constant, values] = found->second;
    if (words.empty()) return constant;
    if (values.empty()) return words;
    auto mapped = values.find(words);
    if (mapped == values.end()) mapped = values.find(std::string_view("*"));
    if (mapped == values.end()) return std::nullopt;
    return mapped->second;
}

std::string Mapping::key(documents::csv::Record const& record) const {
    if (!key_place_ || *key_place_ >= record.fields.size()) return {};
    return std::string(text::trim(record.fields[*key_place_]));
}

}  // namespace doorstep::usecases::imports
