#include "usecases/demo/life.h"

#include <algorithm>

#include "domain/plans/adherence.h"
#include "legal/standard_ids.h"
#include "usecases/approvals/ask.h"
#include "usecases/contacts/clocks.h"
#include "usecases/demo/case_life.h"

namespace doorstep::usecases::demo {

namespace events = domain::events;
using domain::events::Detail;

Life::Life(World const& world, Stories const& stories, Story const& story)
    : world_(world),
      stories_(stories),
      story_(story),
      category_(world.data.categories[story.category]),
      cast_(cast_of(world, stories, story)),
      random_(seed_of(world.seed, 104 + 8 * story.number)),
      ids_(seed_of(world.seed, 105 + 8 * story.number)),
      journal_(storage::events::ChainKind::case_file, "") {}

Bundle Life::live() {
    now_ = story_.received_at;
    severity_ = std::clamp(category_.severity + (random_.unit() - 0.5) * 0.35, 0.02, 1.0);
    choose_owner();
    auto first = report(story_.received_at, story_.report_number, channels()[story_.channel]);
    open(first);
    plan_closing();
    for (std::size_t n = 0; n < parts_.size(); ++n)
        if (has_clock(n)) {
            plan_first_contact(n, file_.raised_on);
            plan_assessment(n);
        }
    plan_visits_to_other_side();
    for (auto const& later : story_.later)
        if (auto const at = later.received_at.plus_hours(20); at < world_.now)
            schedule(world_.hours.after(at, random_), During::open, [this, &later] { join_later(later); });
    plan_incidents();
    plan_files();
    plan_interventions();
    plan_tasks();
    plan_notes();
    plan_pause();
    plan_warning();
    run();
    finish();
    return std::move(bundle_);
}

void Life::schedule(Instant at, During during, Act act) {
    queue_.push_back({.at = at, .order = order_++, .during = during, .act = std::move(act)});
    std::push_heap(queue_.begin(), queue_.end());
}

void Life::run() {
    while (!queue_.empty()) {
        std::pop_heap(queue_.begin(), queue_.end());
        auto const next = std::move(queue_.back());
        queue_.pop_back();
        auto const at = std::max(now_.plus_seconds(1), next.at);
        if (at >= world_.now) return;
        if (next.during != During::either && file_.is_closed() != (next.during == During::closed)) continue;
        now_ = at;
        today_ = london_date(now_);
        if (!file_.is_closed()) hand_over_if_needed();
        next.act();
    }
}

void Life::choose_owner() {
    auto const& officers = world_.estate.area_officers[world_.estate.area_of[cast_.place]];
    owner_place_ = officers[cast_.place % officers.size()];
    for (auto const& rule : world_.estate.rules)
        if (rule.category == category_.code)
            for (std::size_t n = 0; n < world_.staff.people.size(); ++n)
                if (world_.staff[n].account.id == rule.account) owner_place_ = n;
    housing_place_ = world_.estate.patch_officers[world_.estate.patch_of[cast_.place]];
}

Employee const& Life::manager() {
    auto const& managers = world_.staff.managers;
    for (int tries = 0; tries < 8; ++tries) {
        auto const& found = world_.staff[random_.pick(managers)];
        if (file_.owner != found.account.id) return found;
    }
    return world_.staff[managers.back()];
}

/// Some wait for the head of housing.
Employee const& Life::approver() { return random_.chance(0.3) ? world_.staff[world_.staff.head] : manager(); }

Employee const& Life::business_support() { return world_.staff[random_.pick(world_.staff.business_support)]; }

void Life::handled_by(Employee const& employee) {
    auto const& id = employee.account.id;
    if (std::none_of(bundle_.handlers.begin(), bundle_.handlers.end(),
                     [&](auto const& handler) { return handler.account == id; }))
        bundle_.handlers.push_back({id, now_});
}

void Life::record(Employee const& by, events::EventKind const& kind, std::string_view subject,
                  Detail const& detail) {
    journal_.record(now_, Doer::staff(by), kind, subject, detail);
}

void Life::record_by_program(events::EventKind const& kind, std::string_view subject, Detail const& detail) {
    journal_.record(now_, Doer::program(), kind, subject, detail);
}

void Life::put_item(domain::work::Kind kind, std::optional<AccountId> whose, std::string_view subject,
                    Date due_on) {
    bundle_.work_items.emplace_back(domain::work::WorkItem{.id = WorkItemId(ids_.at(now_)),
                                                           .account = whose,
                                                           .kind = kind,
                                                           .case_file = file_.id,
                                                           .report = {},
                                                           .subject = std::string(subject),
                                                           .due_on = due_on,
                                                           .high_risk = file_.is_high_risk()},
                                    now_);
}

void Life::give_work(std::optional<AccountId> from, AccountId to) {
    for (auto& planned : bundle_.steps)
        if (planned.owner_account == from && planned.state == domain::plans::StepState::to_do)
            planned.owner_account = to;
    for (auto& task : bundle_.tasks)
        if (task.owner == from && !task.done_on) task.owner = to;
}

/// When the owner left, or the patch has another officer.
void Life::hand_over_if_needed() {
    auto const& now_owner = owner();
    if (file_.owner != now_owner.account.id) {
        auto const before = file_.owner;
        file_.owner = now_owner.account.id;
        file_.team = now_owner.account.team;
        give_work(before, now_owner.account.id);
        auto const& by = world_.staff[world_.staff.managers.front()];
        record(by, events::case_handed_over, file_.id.text(),
               Detail().change("owner", before, file_.owner).personal("reason", "The officer has left"));
        tick();
        domain::wording::Fields previous;
        previous.set(std::string(domain::messages::fields::previous_officer_name),
                     world_.staff[owner_place_].account.name);
        for (std::size_t n = 0; n < parts_.size(); ++n)
            if (has_clock(n)) write_letter(n, domain::messages::letters::hand_over, previous, by);
    }
    auto const& now_housing = housing_officer().account.id;
    if (file_.housing_officer == now_housing) return;
    give_work(file_.housing_officer, now_housing);
    file_.housing_officer = now_housing;
}

void Life::finish() {
    if (!file_.is_closed() && random_.chance(0.06)) leave_message();
    today_ = world_.as_of;
    if (!file_.is_closed() && file_.owner != owner().account.id) {
        now_ = std::max(now_.plus_seconds(1), world_.hours.on(*world_.staff[owner_place_].left_on, random_));
        if (now_ < world_.now) hand_over_if_needed();
    }
    if (!file_.is_closed() && file_.housing_officer) {
        give_work(file_.housing_officer, housing_officer().account.id);
        file_.housing_officer = housing_officer().account.id;
    }
    auto const standards = contacts::contact_standards(world_.settings, bands());
    for (std::size_t n = 0; n < parts_.size(); ++n) finish_clock(n, standards);
    contacts::take_earliest(file_, parts_);
    if (file_.is_closed()) file_.first_contact_by.reset();

    std::vector<domain::plans::PlanStep> counted;
    if (has_plan_ && plan_.state == domain::plans::PlanState::agreed) counted = bundle_.steps;
    auto const kept = domain::plans::adherence(counted, file_.closed_on.value_or(today_));
    file_.steps_total = kept.total;
    file_.steps_done = kept.done;
    file_.steps_late = kept.late;

    using domain::work::Kind;
    if (!file_.is_closed()) {
        put_answers_due();
        if (random_.chance(0.02)) draft_letter();
        if (file_.risk_review_by)
            put_item(Kind::risk_assessment, file_.owner, file_.id.text(), *file_.risk_review_by);
        if (file_.plan_by && !file_.plan_agreed_on)
            put_item(Kind::plan, file_.owner, file_.id.text(), *file_.plan_by);
        for (auto const& step : counted)
            if (step.state == domain::plans::StepState::to_do)
                put_item(Kind::plan_step, step.owner_account ? step.owner_account : file_.owner,
                         step.id.text(), step.due_on);
        for (auto const& task : bundle_.tasks)
            if (!task.done_on) put_item(Kind::task, task.owner, task.id.text(), task.due_on);
        for (auto const& taken : bundle_.interventions)
            if (taken.respond_by && !taken.outcome)
                put_item(Kind::referral_answer, file_.owner, taken.id.text(), *taken.respond_by);
        for (auto const& received : bundle_.files)
            if (!received.first_opened_at)
                put_item(Kind::unread_file, file_.owner, received.id.text(),
                         london_date(received.received_at));
        if (file_.state == domain::cases::State::paused)
            put_item(Kind::pause_ends, file_.owner, file_.id.text(), *file_.paused_until);
    }
    put_letter_items();
    for (auto const& asked : bundle_.approvals)
        if (!asked.decision)
            put_item(Kind::approval, approver().account.id, asked.id.text(),
                     approvals::decide_by(world_.settings, asked.kind, london_date(asked.requested_at)));

    bundle_.parts = parts_;
    bundle_.bands = given_bands_;
    if (has_plan_) bundle_.plan = plan_;
    domain::cases::keep_first_promises(file_);
    bundle_.file = file_;
    bundle_.chains.push_back(std::move(journal_).sealed());
}

Bundle tell_case(World const& world, Stories const& stories, Story const& story) {
    return Life(world, stories, story).live();
}

}  // namespace doorstep::usecases::demo
