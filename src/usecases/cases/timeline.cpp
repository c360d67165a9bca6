#include "usecases/cases/timeline.h"

#include <algorithm>

#include "base/text.h"
#include "domain/cases/link.h"
#include "domain/contacts/contact.h"
#include "domain/events/detail_reader.h"
#include "domain/files/received_file.h"
#include "domain/people/people.h"
#include "usecases/cases/timeline_words.h"

namespace doorstep::usecases::cases {
namespace {

using domain::events::DetailReader;

/// "no-access" as "No access"; what has spaces is somebody's words already.
std::string readable(std::string_view text) {
    if (text.size() == 10 && text[4] == '-')
        if (auto const date = Date::parse_iso(text)) return date_words(*date);
    if (text == "true") return "Yes";
    if (text == "false") return "No";
    std::string words(text);
    if (words.find(' ') == std::string::npos) std::replace(words.begin(), words.end(), '-', ' ');
    if (!words.empty() && words.front() >= 'a' && words.front() <= 'z')
        words.front() = static_cast<char>(words.front() - 'a' + 'A');
    return words;
}

template <class E>
std::string enum_words(std::string_view name) {
    auto const value = enum_from_name<E>(name);
    return value ? std::string(words_of(*value)) : readable(name);
}

class Words {
  public:
    Words(Settings const& settings, TimelineNames const& names) : settings_(settings), names_(names) {}

    std::string of(DetailReader::Field const& field, Wording wording) const {
        auto after = of(field.value, wording);
        if (!field.is_change) return after;
        auto before = of(field.before, wording);
        if (before.empty()) return after;
        return after.empty() ? before + " removed" : before + " changed to " + after;
    }

  private:
    std::string of(DetailReader::Value const& value, Wording wording) const {
        if (value.empty()) return {};
        // Names of enums and dates have nothing escaped: they are read where they stand.
        auto const simple = value.simple_text();
        std::string const unescaped = simple ? std::string() : value.text();
        std::string_view const text = simple ? *simple : std::string_view(unescaped);
        switch (wording) {
            case Wording::plain:
                return readable(text);
            case Wording::as_typed:
                break;
            case Wording::name:
                return name_of_id(text);
            case Wording::category:
                return label("categories", text);
            case Wording::subcategory:
                return label("subcategories", text);
            case Wording::harm_group:
                return label("harm-groups", text);
            case Wording::intervention:
                return label("interventions", text);
            case Wording::closing_reason:
                return label("closing-reasons", text);
            case Wording::channel:
                return label("channels", text);
            case Wording::signpost:
                return label("signposts", text);
            case Wording::method:
                return enum_words<domain::contacts::Method>(text);
            case Wording::result:
                return enum_words<domain::contacts::Result>(text);
            case Wording::part:
                return enum_words<domain::people::Part>(text);
            case Wording::side:
                return enum_words<domain::people::Side>(text);
            case Wording::link_kind:
                return enum_words<domain::cases::LinkKind>(text);
            case Wording::bytes:
                return domain::files::size_words(std::strtoll(std::string(text).c_str(), nullptr, 10));
        }
        return std::string(text);
    }

    std::string label(std::string_view list, std::string_view code) const {
        auto const label = settings_.list(list).label(code);
        return label == code ? readable(code) : std::string(label);
    }

    std::string name_of_id(std::string_view id) const {
        for (auto const& [known, name] : names_)
            if (known == id) return name;
        return {};
    }

    Settings const& settings_;
    TimelineNames const& names_;
};

void read_detail(std::string_view detail, Words const& words, TimelineItem& item) {
    item.facts.reserve(8);
    int best_said = 1000;
    DetailReader reader(detail);
    while (auto const field = reader.next()) {
        if (auto const* shown = fact_shown(field->name)) {
            if (auto value = words.of(*field, shown->wording); !value.empty())
                item.facts.push_back({shown->label, std::move(value), shown->rank});
        } else if (auto const rank = said_rank(field->name); rank && *rank < best_said) {
            if (auto text = words.of(*field, Wording::as_typed); !text.empty()) {
                item.said = std::move(text);
                best_said = *rank;
            }
        }
    }
    std::sort(item.facts.begin(), item.facts.end(),
              [](auto const& a, auto const& b) { return a.rank < b.rank; });
}

/// The widest circle of the kind, made narrower by what the event holds: our reasons for a decision, and what
/// people on the other side, partners and witnesses told us, are not for a resident who reported.
domain::events::Audience audience_of(domain::events::EventKind const& kind, std::string_view detail) {
    using domain::events::Audience;
    if (kind == domain::events::report_decided) return Audience::staff;
    DetailReader reader(detail);
    while (auto const field = reader.next()) {
        if (field->name == "with" && field->value.text() != name_of(domain::people::Part::complainant))
            return Audience::staff;
        if (field->name == "source" && field->value.text() != "complainant") return Audience::staff;
    }
    return kind.audience;
}

TimelineItem folded_day(std::vector<TimelineItem const*> const& items) {
    TimelineItem line{.sequence = items.front()->sequence,
                      .at = items.front()->at,
                      .kind = nullptr,
                      .heading = "",
                      .by = items.front()->by,
                      .audience = domain::events::Audience::staff,
                      .facts = {},
                      .said = "",
                      .by_program = true};
    line.heading =
        "Done by the system: " + text::count_of(static_cast<long long>(items.size()), "thing", "things");
    std::vector<std::pair<std::string, int>> kinds;
    for (auto const* item : items) {
        auto const same = std::find_if(kinds.begin(), kinds.end(),
                                       [&](auto const& kind) { return kind.first == item->heading; });
        if (same == kinds.end())
            kinds.emplace_back(item->heading, 1);
        else
            ++same->second;
    }
    std::vector<std::string> words;
    for (auto const& [heading, count] : kinds)
        words.push_back(count == 1 ? heading : heading + " (" + std::to_string(count) + ")");
    line.said = text::join(words, ". ");
    return line;
}

}  // namespace

TimelineItem timeline_item(storage::events::ShownEvent const& event, Settings const& settings,
                           TimelineNames const& names) {
    TimelineItem item;
    item.sequence = event.sequence;
    item.at = event.at;
    item.by = event.actor_name;
    item.kind = domain::events::kind_named(event.kind);
    item.heading = item.kind ? item.kind->heading : event.kind;
    if (item.kind) item.audience = audience_of(*item.kind, event.detail);
    item.by_program = event.door == name_of(domain::access::Door::job) ||
                      (item.kind && item.kind->group == domain::events::Group::system);
    read_detail(event.detail, Words(settings, names), item);
    return item;
}

std::vector<TimelineItem> with_program_folded(std::vector<TimelineItem> items) {
    std::vector<TimelineItem> folded;
    folded.reserve(items.size());
    std::optional<Date> folded_on;
    for (std::size_t n = 0; n < items.size(); ++n) {
        if (!items[n].by_program) {
            folded.push_back(std::move(items[n]));
            continue;
        }
        auto const day = london_date(items[n].at);
        if (folded_on == day) continue;
        folded_on = day;
        std::vector<TimelineItem const*> same_day;
        for (std::size_t m = n; m < items.size(); ++m)
            if (items[m].by_program && london_date(items[m].at) == day) same_day.push_back(&items[m]);
        if (same_day.size() == 1)
            folded.push_back(std::move(items[n]));
        else
            folded.push_back(folded_day(same_day));
    }
    return folded;
}

}  // namespace doorstep::usecases::cases
