#include <algorithm>
#include <stdexcept>

#include "figures/history.h"

/// Every measure once more, case by case and day by day, without SQL and without what the product counts
/// with.
namespace doorstep::test {
namespace {

bool is_open_at_the_end_of(CaseMade const& made, Date day) {
    if (made.opened_on > day) return false;
    bool open = true;
    for (auto const& closing : made.closings) {
        if (closing.closed_on <= day) open = false;
        if (closing.reopened_on && *closing.reopened_on <= day) open = true;
    }
    return open;
}

enum class Verdict { kept, not_kept, none };

Verdict verdict(CaseMade const& made, Promise const& promise, Date today) {
    if (promise.met_on) return *promise.met_on <= promise.due_on ? Verdict::kept : Verdict::not_kept;
    if (made.is_closed() && made.closings.back().closed_on <= promise.due_on) return Verdict::none;
    return promise.due_on < today ? Verdict::not_kept : Verdict::none;
}

Verdict verdict(IntervalMade const& interval, Date today) {
    if (interval.kept) return *interval.kept ? Verdict::kept : Verdict::not_kept;
    if (interval.ended_on) return Verdict::none;
    return interval.due_on < today ? Verdict::not_kept : Verdict::none;
}

Verdict verdict(CaseMade const& made, StepMade const& step, Date today) {
    if (step.state == "dropped") return Verdict::none;
    return verdict(made, Promise{step.due_on, step.done_on}, today);
}

class Counter {
  public:
    Counter(History const& history, Period days, Date today)
        : history_(history), days_(days), today_(today) {}

    Recount of(std::string const& measure) {
        for (auto const& made : history_.cases) count(measure, made);
        for (auto const& report : history_.reports) {
            if (!in(report.decided_on)) continue;
            if (measure == "signposted" && report.path == "signpost") ++result_.counted;
            if (measure == "everyday-noise" && report.path == "everyday-noise") add_part(report.noise_step);
        }
        std::sort(result_.days.begin(), result_.days.end());
        return result_;
    }

  private:
    bool in(Date day) const { return days_.from <= day && day < days_.until; }
    void add_part(std::string const& part) {
        ++result_.counted;
        ++result_.parts[part];
    }
    void add(Verdict verdict) {
        if (verdict == Verdict::none) return;
        ++result_.base;
        if (verdict == Verdict::kept) ++result_.counted;
    }
    void add(bool counts) {
        ++result_.base;
        if (counts) ++result_.counted;
    }

    void count(std::string const& measure, CaseMade const& made) {
        if (in(made.opened_on)) {
            if (measure == "opened") ++result_.counted;
            if (measure == "hate" && made.hate) ++result_.counted;
            if (measure == "case-types") add_part(made.category);
            if (measure == "harm-groups") add_part(made.harm_group);
            if (measure == "channels") add_part(made.channel);
            if (measure == "rights-told") add(made.told);
        }
        if (measure == "open-at-end" && is_open_at_the_end_of(made, days_.until.plus_days(-1)))
            ++result_.counted;
        for (auto const& closing : made.closings) {
            if (in(closing.closed_on)) {
                if (measure == "closed") add_part(closing.outcome);
                if (measure == "resolved") add(closing.outcome == "resolved");
                if (measure == "days-to-close") {
                    ++result_.base;
                    result_.days.push_back(days_between(made.opened_on, closing.closed_on));
                }
            }
            if (measure == "reopened" && closing.reopened_on && in(*closing.reopened_on)) ++result_.counted;
        }
        for (auto const& [day, what] : made.contacts)
            if (measure == "contacts" && in(day)) add_part(what);
        for (auto const& interval : made.intervals) {
            if (!in(interval.due_on)) continue;
            if (measure == "first-contact" && interval.kind == "first") add(verdict(interval, today_));
            if (measure == "contact-kept" && interval.kind == "update") add(verdict(interval, today_));
        }
        if (measure == "plan-agreed" && made.plan && in(made.plan->due_on))
            add(verdict(made, *made.plan, today_));
        if (measure == "risk-assessed" && made.risk && in(made.risk->due_on))
            add(verdict(made, *made.risk, today_));
        for (auto const& step : made.steps)
            if (measure == "plan-kept" && in(step.due_on)) add(verdict(made, step, today_));
        for (auto const& used : made.interventions) {
            if (!in(used.used_on)) continue;
            if (measure == (used.legal ? "legal-interventions" : "other-interventions")) add_part(used.code);
        }
        for (auto const& survey : made.surveys) count_survey(measure, survey);
    }

    void count_survey(std::string const& measure, SurveyMade const& survey) {
        for (auto const& comment : survey.comments)
            if (measure == "comments" && in(comment.said_on)) add_part(comment.kind);
        if (!in(survey.due_on) || survey.state == "cancelled") return;
        if (measure == "survey-response") {
            add(survey.state == "completed");
            ++result_.parts[survey.state];
        }
        if (survey.state != "completed") return;
        static std::map<std::string, std::pair<std::string, std::vector<std::string>>> const said{
            {"first-contact-said", {"first-contact", {"yes"}}},
            {"contact-kept-said", {"contact-kept", {"yes"}}},
            {"plan-agreed-said", {"plan-agreed", {"yes"}}},
            {"plan-kept-said", {"plan-kept", {"yes"}}},
            {"rights-told-said", {"victims-code", {"yes"}}},
            {"satisfaction-handling", {"handling", {"very-well", "fairly-well"}}},
            {"satisfaction-outcome", {"outcome", {"very-satisfied", "fairly-satisfied"}}}};
        for (auto const& answer : survey.answers) {
            if (answer.option.empty() || answer.option == "do-not-know") continue;
            if (measure == "channels-said" && answer.question == "channel") add_part(answer.option);
            auto const asked = said.find(measure);
            if (asked == said.end() || asked->second.first != answer.question) continue;
            auto const& good = asked->second.second;
            add(std::find(good.begin(), good.end(), answer.option) != good.end());
        }
    }

    History const& history_;
    Period days_;
    Date today_;
    Recount result_;
};

}  // namespace

Recount recount(History const& history, std::string const& measure, Period days, Date today) {
    return Counter(history, days, today).of(measure);
}

}  // namespace doorstep::test
