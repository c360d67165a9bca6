#include "usecases/cases/timeline.h"

#include <array>
#include <boost/json.hpp>

#include "base/text.h"
#include "domain/contacts/contact.h"
#include "domain/events/kinds.h"

namespace doorstep::usecases::cases {
namespace {

namespace json = boost::json;

/// Facts people want to read, in this order; what is not here stays in the file history.
struct Fact {
    std::string_view field;
    std::string_view label;
};
constexpr std::array facts_shown{
    Fact{"reference", "Reference"},
    Fact{"made_on", "On"},
    Fact{"happened_on", "On"},
    Fact{"on", "On"},
    Fact{"method", "How"},
    Fact{"how", "How"},
    Fact{"result", "Result"},
    Fact{"with", "With"},
    Fact{"part", "Part"},
    Fact{"category", "Kind"},
    Fact{"path", "Decision"},
    Fact{"owner", "Owner"},
    Fact{"housing_officer", "Housing officer"},
    Fact{"band", "Risk"},
    Fact{"score", "Score"},
    Fact{"step", "Step"},
    Fact{"owner_kind", "Whose"},
    Fact{"due_on", "Due"},
    Fact{"done_on", "Done"},
    Fact{"intervention", "Step taken"},
    Fact{"referred_to", "Referred to"},
    Fact{"outcome", "Outcome"},
    Fact{"closing_reason", "Reason"},
    Fact{"wording", "Wording"},
    Fact{"channel", "By"},
    Fact{"state", "State"},
    Fact{"until", "Until"},
    Fact{"size", "Size"},
    Fact{"next_contact_by", "Next contact by"},
};

/// Free text of an event; the first one found is shown as what was said.
constexpr std::array words_shown{std::string_view{"summary"},     std::string_view{"note"},
                                 std::string_view{"content"},     std::string_view{"description"},
                                 std::string_view{"reason"},      std::string_view{"what"},
                                 std::string_view{"explanation"}, std::string_view{"comment"}};

std::string plain(json::value const& value, Settings const& settings, std::string_view field) {
    if (value.is_null()) return {};
    if (value.is_bool()) return value.get_bool() ? "Yes" : "No";
    if (value.is_int64()) return std::to_string(value.get_int64());
    if (!value.is_string()) return {};
    std::string_view const text(value.get_string().data(), value.get_string().size());
    if (field == "category") return std::string(settings.list("categories").label(text));
    if (field == "intervention") return std::string(settings.list("interventions").label(text));
    if (field == "closing_reason") return std::string(settings.list("closing-reasons").label(text));
    if (field == "channel") return std::string(settings.list("channels").label(text));
    if (field == "method")
        if (auto const method = enum_from_name<domain::contacts::Method>(text))
            return std::string(words_of(*method));
    if (field == "result")
        if (auto const result = enum_from_name<domain::contacts::Result>(text))
            return std::string(words_of(*result));
    if (field == "with" || field == "part")
        if (auto const part = enum_from_name<domain::people::Part>(text)) return std::string(words_of(*part));
    if (text.size() == 10)
        if (auto const date = Date::parse_iso(text)) return date_words(*date);
    std::string words(text);
    if (words.find(' ') == std::string::npos)
        for (auto& c : words)
            if (c == '-') c = ' ';
    if (!words.empty() && words.front() >= 'a' && words.front() <= 'z')
        words.front() = static_cast<char>(words.front() - 32);
    return words;
}

/// A value, personal or not; a change as "before to after".
std::string shown(json::value const& value, Settings const& settings, std::string_view field) {
    auto const* parts = value.if_object();
    if (!parts) return plain(value, settings, field);
    auto const part = [&](std::string_view name) -> std::string {
        auto const* found = parts->if_contains({name.data(), name.size()});
        return found ? plain(*found, settings, field) : std::string();
    };
    if (parts->contains("p")) {
        auto const& personal = parts->at("p");
        return personal.is_string() ? std::string(personal.get_string()) : plain(personal, settings, field);
    }
    auto const before = part(parts->contains("b") ? "b" : "pb");
    auto const after = part(parts->contains("a") ? "a" : "pa");
    if (before.empty()) return after;
    return after.empty() ? before + " removed" : before + " changed to " + after;
}

}  // namespace

TimelineItem timeline_item(storage::events::StoredEvent const& event, Settings const& settings) {
    TimelineItem item{.sequence = event.sequence,
                      .at = event.at,
                      .kind = event.kind,
                      .heading = event.kind,
                      .by = event.actor_name,
                      .audience = "",
                      .facts = {},
                      .said = ""};
    if (auto const* kind = domain::events::kind_named(event.kind)) {
        item.heading = kind->heading;
        item.audience = words_of(kind->audience);
    }
    auto const document = json::parse(event.shown());
    auto const& detail = document.as_object();
    for (auto const& fact : facts_shown)
        if (auto const* value = detail.if_contains({fact.field.data(), fact.field.size()}))
            if (auto words = shown(*value, settings, fact.field); !words.empty())
                item.facts.emplace_back(std::string(fact.label), std::move(words));
    for (auto const field : words_shown)
        if (auto const* value = detail.if_contains({field.data(), field.size()})) {
            item.said = shown(*value, settings, field);
            if (!item.said.empty()) break;
        }
    return item;
}

}  // namespace doorstep::usecases::cases
