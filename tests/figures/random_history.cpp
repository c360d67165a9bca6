#include "figures/history.h"

namespace doorstep::test {
namespace {

class Maker {
  public:
    Maker(std::mt19937& random, Date from, Date until) : random_(random), from_(from), until_(until) {}

    CaseMade make() {
        CaseMade made;
        made.opened_on = day_between(from_, until_);
        made.category = one_of({"noise", "drugs", "harassment", "animals"});
        made.harm_group = one_of({"nuisance", "personal", "environmental"});
        made.channel = one_of({"telephone", "online", "email"});
        made.hate = chance(10);
        made.area = number(0, 3);
        made.officer = number(0, 3);
        made.restricted = chance(15);
        add_closings(made);
        if (chance(80)) made.plan = promise(made.opened_on);
        if (chance(90)) made.risk = promise(made.opened_on);
        made.told = chance(60);
        for (int n = number(0, 5); n > 0; --n)
            made.contacts.emplace_back(
                day_after(made.opened_on, 120),
                one_of({"conversation", "attempt", "message-left", "message-received"}));
        for (int n = number(0, 4); n > 0; --n) made.intervals.push_back(interval(made.opened_on, n));
        for (int n = number(0, 3); n > 0; --n) made.steps.push_back(step(made.opened_on));
        for (int n = number(0, 2); n > 0; --n)
            made.interventions.push_back(
                {day_after(made.opened_on, 90), one_of({"advice", "mediation", "injunction"}), chance(20)});
        for (auto const& closing : made.closings) made.surveys.push_back(survey(closing));
        return made;
    }

    ReportMade report() {
        return {day_between(from_, until_), one_of({"signpost", "everyday-noise", "open-case", "duplicate"}),
                one_of({"", "advice", "mediation"})};
    }

  private:
    int number(int least, int most) { return std::uniform_int_distribution<int>(least, most)(random_); }
    bool chance(int percent) { return number(1, 100) <= percent; }
    std::string one_of(std::vector<std::string> const& choices) {
        return choices[static_cast<std::size_t>(number(0, static_cast<int>(choices.size()) - 1))];
    }
    Date day_between(Date from, Date until) {
        return from.plus_days(number(0, days_between(from, until) - 1));
    }
    /// Often the very edges of months and quarters.
    Date day_after(Date day, int most) {
        auto const later = day.plus_days(number(0, most));
        if (chance(10)) return later.first_of_month();
        return chance(10) ? later.last_of_month() : later;
    }
    std::optional<Date> maybe(int percent, Date day) {
        return chance(percent) ? std::optional(day) : std::nullopt;
    }

    void add_closings(CaseMade& made) {
        auto day = made.opened_on;
        while (chance(made.closings.empty() ? 75 : 30)) {
            Closing closing{.closed_on = std::max(day, day_after(day, 150)),
                            .outcome = one_of({"resolved", "resolved", "unresolved"}),
                            .reopened_on = {}};
            day = closing.closed_on;
            bool const again = chance(25);
            if (again) closing.reopened_on = day = day.plus_days(number(0, 60));
            made.closings.push_back(closing);
            if (!again) return;
        }
    }

    Promise promise(Date opened_on) {
        auto const due = opened_on.plus_days(number(1, 15));
        return {due, maybe(70, due.plus_days(number(-5, 10)))};
    }

    IntervalMade interval(Date opened_on, int position) {
        auto const due = day_after(opened_on, 90);
        IntervalMade made{position == 1 ? "first" : "update", due, {}, {}};
        if (chance(70)) {
            made.ended_on = due.plus_days(number(-6, 9));
            made.kept = *made.ended_on <= due;
        } else if (chance(30)) {
            made.ended_on = due;  // the case closed first
        }
        return made;
    }

    StepMade step(Date opened_on) {
        auto const due = day_after(opened_on, 100);
        if (chance(15)) return {due, "dropped", {}};
        if (chance(70)) return {due, "done", due.plus_days(number(-8, 12))};
        return {due, "to-do", {}};
    }

    SurveyMade survey(Closing const& closing) {
        SurveyMade made{
            .due_on = closing.closed_on.plus_months(1),
            .state = one_of({"completed", "completed", "declined", "not-reachable", "due", "cancelled"}),
            .answers = {},
            .comments = {}};
        auto const yes_no = [&] { return one_of({"yes", "yes", "no", "do-not-know", ""}); };
        made.answers = {{"first-contact", yes_no(), 1},
                        {"contact-kept", yes_no(), 1},
                        {"plan-agreed", yes_no(), 1},
                        {"plan-kept", yes_no(), 1},
                        {"victims-code", yes_no(), number(1, 2)},
                        {"channel", one_of({"telephone", "online", ""}), 1},
                        {"handling", one_of({"very-well", "fairly-well", "neither", "very-badly", ""}), 1},
                        {"outcome", one_of({"very-satisfied", "neither", "fairly-dissatisfied", ""}), 1}};
        if (made.state == "completed")
            for (int n = number(0, 2); n > 0; --n) made.comments.push_back(comment(made.due_on));
        return made;
    }

    /// Free text is what people type: whatever it says, it is one comment.
    CommentMade comment(Date due_on) {
        return {.said_on = due_on.plus_days(number(0, 40)),
                .words = one_of(
                    {"Thank you", "29 times I rang, 0 answers", "'; DROP TABLE survey; --", "Diolch 🙂"}),
                .kind = one_of({"compliment", "compliment", "observation", "concern", "not-sorted"}),
                .category = one_of({"", "officer", "speed"})};
    }

    std::mt19937& random_;
    Date from_;
    Date until_;
};

}  // namespace

History random_history(std::mt19937& random, Date from, Date until, int cases) {
    Maker maker(random, from, until);
    History history;
    for (int n = 0; n < cases; ++n) history.cases.push_back(maker.make());
    for (int n = 0; n < cases / 3; ++n) history.reports.push_back(maker.report());
    return history;
}

}  // namespace doorstep::test
