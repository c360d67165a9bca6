#include "domain/contacts/intervals.h"

#include <algorithm>

namespace doorstep::domain::contacts {
namespace {

/// Builds the list; an interval's promise is asked for when it ends, or at the end of all.
class Walk {
  public:
    explicit Walk(ContactStandards const& standards) : standards_(standards) {}

    void start(IntervalKind kind, Date on, bool after_reopening = false) {
        intervals_.push_back(
            {.kind = kind, .started_on = on, .due_on = {}, .ended_on = {}, .kept = {}, .standard = {}});
        as_first_ = kind == IntervalKind::first || after_reopening;
    }
    void conversation(Date on) {
        auto const ended_on = std::max(on, open().started_on);
        promise(ended_on);
        open().ended_on = ended_on;
        open().kept = ended_on <= open().due_on;
    }
    void stop(Date on) {
        auto const ended_on = std::max(on, open().started_on);
        promise(ended_on);
        open().ended_on = ended_on;
        if (on > open().due_on) open().kept = false;
    }
    std::vector<Interval> finish() {
        if (!open().ended_on) promise(std::nullopt);
        return std::move(intervals_);
    }
    Date started_on() { return open().started_on; }

  private:
    Interval& open() { return intervals_.back(); }
    void promise(std::optional<Date> ended_on) {
        auto due = (as_first_ ? standards_.first_contact : standards_.update)(open().started_on, ended_on);
        open().due_on = due.by;
        open().standard = std::move(due.standard);
    }

    ContactStandards const& standards_;
    std::vector<Interval> intervals_;
    bool as_first_ = true;
};

}  // namespace

std::vector<Interval> intervals(Date raised_on, std::vector<Date> conversations,
                                std::optional<Date> stopped_on, ContactStandards const& standards,
                                std::vector<Closed> const& earlier) {
    std::sort(conversations.begin(), conversations.end());
    conversations.erase(std::unique(conversations.begin(), conversations.end()), conversations.end());

    Walk walk(standards);
    auto next = conversations.begin();
    bool spoken = false;
    auto const talk_until = [&](std::optional<Date> last) {
        for (; next != conversations.end() && (!last || *next <= *last); ++next) {
            spoken = true;
            walk.conversation(*next);
            // (2)
            walk.start(IntervalKind::update, std::max(*next, walk.started_on()));
        }
    };

    // (1)
    walk.start(IntervalKind::first, raised_on);
    // (4)
    for (auto const& closed : earlier) {
        talk_until(closed.closed_on);
        walk.stop(closed.closed_on);
        while (next != conversations.end() && *next < closed.reopened_on) ++next;
        walk.start(spoken ? IntervalKind::update : IntervalKind::first, closed.reopened_on, true);
    }
    talk_until(stopped_on);
    // (3)
    if (stopped_on) walk.stop(*stopped_on);
    return walk.finish();
}

std::optional<Date> next_contact_by(std::vector<Interval> const& intervals) {
    if (intervals.empty() || intervals.back().ended_on) return std::nullopt;
    return intervals.back().due_on;
}

KeptShare kept_share(std::vector<Interval> const& intervals, Date today) {
    KeptShare share;
    for (auto const& interval : intervals) {
        bool const late_and_open = !interval.ended_on && interval.due_on < today;
        if (!interval.kept && !late_and_open) continue;
        ++share.of;
        if (interval.kept.value_or(false)) ++share.kept;
    }
    return share;
}

}  // namespace doorstep::domain::contacts
