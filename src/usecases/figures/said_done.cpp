#include "usecases/figures/said_done.h"

#include <algorithm>

#include "figures/figure.h"
#include "legal/said_done_rules.h"
#include "storage/case_scope.h"
#include "storage/said_done.h"
#include "usecases/figures/compute.h"
#include "usecases/settings.h"

namespace doorstep::usecases::figures {

using domain::access::Action;
using domain::surveys::SaidDoneTally;

namespace {

constexpr std::string_view channel_question = "channel";
constexpr int most_differences = 100;

/// Yes, no, or nothing where they did not know.
std::optional<bool> said_yes(std::vector<SaidQuestion> const& questions, std::string const& question,
                             int wording, std::string const& answer) {
    if (answer.empty() || answer == doorstep::figures::does_not_know) return std::nullopt;
    for (auto const& said : questions)
        if (said.question == question && said.wording == wording)
            return std::find(said.good.begin(), said.good.end(), answer) != said.good.end();
    return std::nullopt;
}

/// Both sides as yes or no; for the way of reporting, whether they are the same.
struct Sides {
    bool said = false;
    bool record = false;
};
std::optional<Sides> sides_of(std::vector<SaidQuestion> const& questions, std::string const& question,
                              int wording, std::string const& answer, std::string const& record) {
    if (record.empty()) return std::nullopt;
    if (question == channel_question) return Sides{true, answer == record};
    auto const said = said_yes(questions, question, wording, answer);
    if (!said) return std::nullopt;
    return Sides{*said, record == "yes"};
}

void count_in(SaidDoneTally& tally, Sides sides, std::int64_t count) {
    auto& cell = sides.said ? (sides.record ? tally.both_yes : tally.said_only)
                            : (sides.record ? tally.record_only : tally.both_no);
    cell += count;
}

}  // namespace

Expected<SaidDoneView> view_said_done(Context& context, std::string const& period,
                                      std::string const& question) {
    if (auto allowed = context.require(Action::see_figures); !allowed) return refuse(allowed.error());
    auto asked = ask(context, {.period = period, .area = {}, .type = {}});
    if (!asked) return refuse(asked.error());
    auto const& rules = legal::said_done_rules();
    auto const questions = said_questions(context.settings());
    SaidDoneView view;
    view.asked = std::move(*asked);
    view.smallest_base = rules.smallest_base;
    auto const days = view.asked.period.days;
    auto const cells = storage::said_done::cells(context.read(), days);
    for (auto const& pair : rules.pairs) {
        SaidDoneRow row{.pair = pair, .tally = {}};
        for (auto const& cell : cells) {
            if (cell.question != pair.question) continue;
            if (auto const sides = sides_of(questions, cell.question, cell.wording, cell.answer, cell.record))
                count_in(row.tally, *sides, cell.count);
            else if (cell.answer != doorstep::figures::does_not_know)
                row.tally.no_record += cell.count;
        }
        row.is_shown = row.tally.base() >= rules.smallest_base;
        if (pair.question == question && row.is_shown) view.opened = pair;
        view.rows.push_back(std::move(row));
    }
    if (!view.opened) return view;
    bool const is_channel = question == channel_question;
    auto const words = [&](std::string const& code, bool yes) {
        if (is_channel) return std::string(context.settings().list("channels").label(code));
        return std::string(yes ? "Yes" : "No");
    };
    for (auto const& one : storage::said_done::answers(context.read(), question, days,
                                                       storage::case_scope(context.viewer, Action::see_case),
                                                       most_differences)) {
        auto const sides = sides_of(questions, question, one.wording, one.answer, one.record);
        if (!sides || sides->said == sides->record) continue;
        view.differences.push_back(
            {one.reference, words(one.answer, sides->said), words(one.record, sides->record), one.counts_on});
    }
    return view;
}

}  // namespace doorstep::usecases::figures
