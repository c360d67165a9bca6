#include "pages/cases/timeline_list.h"

#include <array>

#include "govuk/facts_line.h"
#include "govuk/moj_badge.h"
#include "govuk/moj_timeline.h"
#include "html/elements.h"

namespace doorstep::pages::cases {

using domain::events::Audience;
using usecases::cases::TimelineItem;

namespace {

/// Who can see it, made once for each audience: thirty lines share three.
Html const& audience_badge(Audience audience) {
    static auto const badges = [] {
        std::array<Html, 3> made;
        for (auto const& row : all_of<Audience>()) {
            govuk::MojBadge badge;
            badge.html << html::hidden("Can be seen by: ") << row.words;
            badge.classes = row.value == Audience::staff ? "moj-badge--grey" : "moj-badge--blue";
            made[static_cast<std::size_t>(row.value)] = govuk::moj_badge(badge);
        }
        return made;
    }();
    return badges[static_cast<std::size_t>(audience)];
}

}  // namespace

void append_timeline(Html& out, std::vector<TimelineItem> const& items) {
    govuk::MojTimelineWriter timeline(out, 3);
    govuk::FactsLine line;
    for (auto const& item : items) {
        line.facts.clear();
        for (auto const& fact : item.facts) line.facts.push_back({fact.label, fact.value});
        timeline.item([&](Html& to) { to << item.heading; },
                      [&](Html& to) { to << item.by << " " << audience_badge(item.audience); },
                      {.timestamp = item.at.iso(), .words = instant_words(item.at)},
                      [&](Html& to) {
                          govuk::append(to, line);
                          if (!item.said.empty()) html::append_typed_paragraph(to, item.said);
                      });
    }
    timeline.end();
}

}  // namespace doorstep::pages::cases
