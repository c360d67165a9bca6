#include <algorithm>

#include "legal/standard_ids.h"
#include "usecases/demo/life.h"

namespace doorstep::usecases::demo {

namespace events = domain::events;
using domain::events::Detail;

/// A warning about the person complained about, for whoever visits.
void Life::plan_warning() {
    if (!known_accused() || !random_.chance(severity_ * severity_ * 0.35)) return;
    schedule(in_days(random_.low_between(1, 30)), During::open, [this] { warn(); });
}

void Life::warn() {
    auto const& by = acting();
    auto const latest = promise(legal::standard_ids::warning_marker, today_);
    auto const what =
        static_cast<std::size_t>(random_.below(static_cast<int>(world_.data.of("marker.warning").size())));
    domain::people::WarningMarker marker;
    marker.id = domain::people::MarkerId(ids_.at(now_));
    marker.case_file = file_.id;
    marker.person = parts_[*known_accused()].id;
    marker.warning = world_.data.of("marker.warning")[what];
    marker.precaution = world_.data.of("marker.precaution")[what];
    marker.from_on = today_;
    marker.until_on = std::min(today_.plus_days(random_.between(90, 180)), latest);
    marker.made_by = by.account.id;
    record(by, events::marker_added, marker.id.text(),
           Detail()
               .set("person", marker.person)
               .set("until", marker.until_on)
               .personal("marker", marker.warning)
               .personal("precaution", marker.precaution));
    auto const place = bundle_.markers.size();
    bundle_.markers.emplace_back(std::move(marker), now_);
    if (!random_.chance(0.2)) return;
    schedule(in_days(random_.between(20, 80)), During::open, [this, place] {
        auto& ended = bundle_.markers[place].first;
        ended.ended_on = today_;
        ended.end_reason = random_.pick(world_.data.of("marker.ended"));
        record(acting(), events::marker_ended, ended.id.text(),
               Detail()
                   .set("person", ended.person)
                   .personal("marker", ended.warning)
                   .personal("reason", ended.end_reason));
    });
}

/// A housing officer of another patch who knows somebody here, and must not see it.
void Life::declare_conflict() {
    auto const others = world_.estate.patch_officers;
    auto const& patch = random_.pick(others);
    if (patch == housing_place_) return;
    auto const& who = world_.staff[world_.staff.in_post(patch, today_)];
    if (who.account.id == file_.housing_officer || who.account.id == file_.owner) return;
    auto const& by = world_.staff[world_.staff.managers.front()];
    auto const reason = random_.pick(world_.data.of("conflict.reason"));
    tick();
    record(by, events::conflict_declared, file_.id.text(),
           Detail().personal("account_name", who.account.name).personal("reason", reason));
    bundle_.conflicts.push_back({.account = who.account.id,
                                 .name = "",
                                 .reason = reason,
                                 .by = by.account.id,
                                 .by_name = "",
                                 .at = now_});
}

}  // namespace doorstep::usecases::demo
