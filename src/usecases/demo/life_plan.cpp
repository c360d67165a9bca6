#include <algorithm>
#include <charconv>

#include "legal/standard_ids.h"
#include "usecases/demo/life.h"

namespace doorstep::usecases::demo {

namespace events = domain::events;
using domain::events::Detail;
using domain::plans::OwnerKind;
using domain::plans::PlanStep;
using domain::plans::StepState;

namespace {

/// Of the steps that one of our officers does.
constexpr double housing_officers_share = 0.35;

bool is_for(legal::ListEntry const& entry, std::string_view category) {
    auto const categories = entry.detail("categories");
    if (categories == "any") return true;
    auto const found = categories.find(category);
    if (found == std::string_view::npos) return false;
    auto const end = found + category.size();
    return (found == 0 || categories[found - 1] == ' ') &&
           (end == categories.size() || categories[end] == ' ');
}

int days_of(legal::ListEntry const& entry) {
    auto const text = entry.detail("days");
    int days = 14;
    std::from_chars(text.data(), text.data() + text.size(), days);
    return days;
}

}  // namespace

void Life::set_plan_due(Date spoken_on) {
    if (file_.plan_agreed_on || file_.plan_by) return;
    file_.plan_by =
        world_.settings.standards()
            .deadline(legal::standard_ids::action_plan, spoken_on, {}, world_.settings.site().division)
            .by;
    domain::cases::keep_first_promises(file_);
    if (!random_.chance(0.78 + 0.2 * owner().care)) return;
    auto const room = std::max(1, days_between(today_, *file_.plan_by));
    auto const day = random_.chance(care()) ? today_.plus_days(random_.low_between(0, room - 1))
                                            : file_.plan_by->plus_days(random_.low_between(1, 20));
    schedule(world_.hours.after(world_.hours.on(day, random_), random_), During::open,
             [this] { draft_plan(); });
}

PlanStep Life::step_of(legal::ListEntry const& entry) {
    PlanStep step;
    step.id = PlanStepId(ids_.at(now_));
    step.plan = plan_.id;
    step.case_file = file_.id;
    step.what = entry.label;
    step.owner_kind = enum_from_name<OwnerKind>(entry.detail("owner")).value_or(OwnerKind::officer);
    step.track =
        enum_from_name<domain::plans::Track>(entry.detail("track")).value_or(domain::plans::Track::other);
    step.due_on = today_.plus_days(std::max(3, days_of(entry)));
    if (step.owner_kind == OwnerKind::officer)
        step.owner_account = random_.chance(housing_officers_share) ? file_.housing_officer : file_.owner;
    if (step.owner_kind == OwnerKind::complainant)
        for (std::size_t n = 0; n < parts_.size() && !step.owner_person; ++n)
            if (has_clock(n)) step.owner_person = parts_[n].id;
    if (step.owner_kind == OwnerKind::partner) step.owner_name = "Environmental services";
    if (step.owner_kind == OwnerKind::support_team) step.owner_name = "Repairs";
    return step;
}

void Life::draft_plan() {
    if (has_plan_) return;
    auto const& by = acting();
    has_plan_ = true;
    plan_.id = ActionPlanId(ids_.at(now_));
    plan_.case_file = file_.id;
    plan_.made_by = by.account.id;
    plan_.made_on = today_;
    std::vector<legal::ListEntry const*> usual;
    for (auto const* entry : world_.settings.list("plan-templates").in_use(today_))
        if (is_for(*entry, category_.code)) usual.push_back(entry);
    auto const share = std::min(1.0, 2.6 / static_cast<double>(std::max<std::size_t>(1, usual.size())));
    for (auto const* entry : usual)
        if (entry->code == "keep-in-touch" || random_.chance(share)) bundle_.steps.push_back(step_of(*entry));
    if (bundle_.steps.empty() && !usual.empty()) bundle_.steps.push_back(step_of(*usual.front()));
    int position = 0;
    for (auto& step : bundle_.steps) step.position = ++position;
    handled_by(by);
    record(by, events::plan_made, plan_.id.text(),
           Detail().set("number", plan_.number).set("steps", bundle_.steps.size()));
    // Most are agreed in the same conversation.
    if (random_.chance(0.7)) {
        tick();
        return agree_plan();
    }
    if (random_.chance(0.93))
        schedule(in_days(random_.low_between(1, 9)), During::open, [this] { agree_plan(); });
}

void Life::agree_plan() {
    auto const with = std::find_if(parts_.begin(), parts_.end(), [](auto const& part) {
        return part.part == domain::people::Part::complainant;
    });
    if (with == parts_.end() || plan_.state != domain::plans::PlanState::draft) return;
    auto const& by = acting();
    plan_.state = domain::plans::PlanState::agreed;
    plan_.agreed_on = today_;
    plan_.agreed_with = with->id;
    static std::vector<double> const weights{30, 55, 5, 8, 2};
    plan_.agreed_how = static_cast<domain::plans::AgreedHow>(random_.weighted(weights));
    bool const copied = random_.chance(0.82);
    if (copied) {
        plan_.copy_given_on = today_;
        plan_.copy_given_how = static_cast<domain::plans::CopyHow>(random_.below(3));
    }
    for (auto& step : bundle_.steps)
        if (step.due_on <= today_) step.due_on = today_.plus_days(random_.between(3, 10));
    file_.plan_agreed_on = today_;
    domain::cases::keep_first_promises(file_);
    handled_by(by);
    record(by, events::plan_agreed, plan_.id.text(),
           Detail()
               .set("on", today_)
               .set("how", *plan_.agreed_how)
               .set("number", plan_.number)
               .set("steps", bundle_.steps.size())
               .set("person", with->id)
               .set("replaces", 0));
    if (copied) {
        tick();
        record(by, events::plan_copy_given, plan_.id.text(),
               Detail().set("on", today_).set("how", *plan_.copy_given_how));
    }
    for (std::size_t place = 0; place < bundle_.steps.size(); ++place) plan_step_end(place);
}

void Life::plan_step_end(std::size_t place) {
    auto const& step = bundle_.steps[place];
    if (random_.chance(0.05)) {
        schedule(in_days(random_.between(2, 30)), During::open, [this, place] {
            end_step(place, StepState::dropped, random_.pick(world_.data.of("plan.dropped")));
        });
        return;
    }
    auto const room = std::max(1, days_between(today_, step.due_on));
    auto day = step.due_on.plus_days(random_.low_between(1, 20));
    if (random_.chance(std::min(0.97, care() + 0.06)))
        day = step.due_on.plus_days(-random_.low_between(0, std::min(room, 6)));
    else if (random_.chance(0.1))
        return;
    auto at = world_.hours.on(day, random_);
    // The next working day may be one too late.
    if (day <= step.due_on && london_date(at) > step.due_on) at = world_.hours.on(day.plus_days(-4), random_);
    schedule(at, During::open, [this, place] {
        end_step(place, StepState::done, random_.pick(world_.data.of("plan.results")));
    });
}

void Life::end_step(std::size_t place, StepState state, std::string const& result) {
    auto& step = bundle_.steps[place];
    if (step.state != StepState::to_do) return;
    auto const& by = step.owner_account == file_.housing_officer ? housing_officer() : acting();
    step.state = state;
    step.done_on = today_;
    step.result = result;
    ++step.version;
    handled_by(by);
    record(by, state == StepState::done ? events::plan_step_done : events::plan_step_dropped, step.id.text(),
           Detail()
               .personal("step", step.what)
               .set("due_on", step.due_on)
               .set("done_on", today_)
               .personal("note", result));
}

}  // namespace doorstep::usecases::demo
