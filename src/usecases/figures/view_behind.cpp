#include "usecases/figures/view_behind.h"

#include <algorithm>
#include <set>

#include "legal/measures.h"

namespace doorstep::usecases::figures {

using domain::access::Action;
using domain::figures::Source;
using domain::figures::Split;
using domain::figures::Way;

namespace {

bool is_share(Measure const& measure) { return measure.way == Way::share || measure.way == Way::said; }

std::string answer_label(Settings const& settings, std::string const& question_code, std::int64_t wording,
                         std::string const& option_code) {
    for (auto const& set : settings.question_sets()) {
        if (set.code != "survey") continue;
        auto const* question = set.question(question_code);
        if (question == nullptr || question->wording != wording) continue;
        if (!question->list.empty()) return std::string(settings.list(question->list).label(option_code));
        if (auto const* option = question->option(option_code)) return option->text;
    }
    return option_code;
}

std::string const& code_of(storage::figures::BehindRow const& row, Split split) {
    return split == Split::a ? row.a : split == Split::b ? row.b : row.c;
}

std::string what_of(Settings const& settings, Measure const& measure,
                    storage::figures::BehindRow const& row) {
    if (measure.way == Way::days) return std::to_string(row.number);
    if (measure.source == Source::answers) return answer_label(settings, row.a, row.number, row.b);
    if (measure.split == Split::none) return {};
    return part_label(settings, measure, code_of(row, measure.split));
}

std::string group_label_of(storage::sql::Read& tx, Settings const& settings, BehindQuery const& query,
                           Asked const& asked) {
    if (query.group.empty()) return label_of_none(*query.by);
    switch (*query.by) {
        case Dimension::area:
            for (auto const& area : asked.areas)
                if (area.code == query.group) return area.label;
            return "Not known";
        case Dimension::type:
            return std::string(settings.list("categories").label(query.group));
        case Dimension::harm_group:
            return std::string(settings.list("harm-groups").label(query.group));
        case Dimension::risk:
            return risk_label(query.group);
        case Dimension::officer:
            return officer_name(tx, query.group);
    }
    return {};
}

}  // namespace

storage::figures::RecordFilter records_of(Measure const& measure, std::vector<SaidQuestion> const& questions,
                                          ReportingPeriod const& period, Date today) {
    storage::figures::RecordFilter filter{
        .source = measure.source, .days = period.days, .choice = measure.base, .today = today};
    if (measure.way == Way::rate)
        filter.days.from = FinancialQuarter::containing(period.last_day()).year_to_date().from;
    if (measure.source == Source::answers) {
        filter.not_b = {"", std::string(doorstep::figures::does_not_know)};
        std::set<std::string> codes;
        for (auto const& said : questions)
            if (said.measure == measure.question) codes.insert(said.question);
        filter.choice.a.assign(codes.begin(), codes.end());
    }
    return filter;
}

storage::figures::Counting counting_of(Measure const& measure, std::vector<SaidQuestion> const& questions) {
    storage::figures::Counting counting{.choice = measure.counted, .answers = {}};
    if (measure.way != Way::said) return counting;
    for (auto const& said : questions)
        if (said.measure == measure.question)
            for (auto const& option : said.good)
                counting.answers.push_back(storage::figures::answer_key(said.question, said.wording, option));
    return counting;
}

Expected<BehindView> view_behind(Context& context, std::string_view measure, BehindQuery const& query) {
    if (auto allowed = require_figures(context, query.by); !allowed) return refuse(allowed.error());
    auto const* found = legal::find_measure(measure);
    if (found == nullptr) return refuse(RefusalKind::not_found, "no-such-measure", "There is no such figure");
    auto asked = ask(context, query.figures);
    if (!asked) return refuse(asked.error());
    auto& tx = context.read();
    auto const& settings = context.settings();
    auto const scope = storage::case_scope(context.viewer, Action::see_case);

    BehindView view{.asked = std::move(*asked), .measure = found, .query = query};
    storage::figures::BehindCounts counts;
    std::vector<storage::figures::BehindRow> rows;
    auto const page_of = [&](auto const& counted, auto const& list) {
        counts = counted();
        view.pages = std::max(1, static_cast<int>((counts.visible + behind_per_page - 1) / behind_per_page));
        view.page = std::clamp(query.page, 1, view.pages);
        if (counts.visible > 0) rows = list((view.page - 1) * behind_per_page);
    };
    auto const questions = said_questions(settings);
    if (found->way == Way::open) {
        storage::figures::OpenFilter const filter{.day = view.asked.period.days.until,
                                                  .by = query.by,
                                                  .group = query.group,
                                                  .narrowing = view.asked.narrowing};
        page_of([&] { return storage::figures::behind_open_counts(tx, filter, scope); },
                [&](int offset) {
                    return storage::figures::behind_open(tx, filter, scope, behind_per_page, offset);
                });
    } else {
        auto filter = records_of(*found, questions, view.asked.period, context.today);
        filter.by = query.by;
        filter.group = query.group;
        filter.narrowing = view.asked.narrowing;
        if (is_share(*found) && query.which != Which::all) {
            filter.counting = counting_of(*found, questions);
            filter.counting->wanted = query.which == Which::counted;
        }
        if (query.part && found->split != Split::none) {
            filter.split = found->split;
            filter.part = *query.part;
            view.part_label = part_label(settings, *found, *query.part);
        }
        page_of(
            [&] { return storage::figures::behind_counts(tx, filter, scope); },
            [&](int offset) { return storage::figures::behind(tx, filter, scope, behind_per_page, offset); });
    }
    view.all = counts.all;
    view.visible = counts.visible;
    if (query.by) view.group_label = group_label_of(tx, settings, query, view.asked);
    for (auto& row : rows) {
        BehindItem item{.what = what_of(settings, *found, row)};
        if (is_share(*found))
            item.counts = doorstep::figures::evaluate(*found,
                                                      {{.source = found->source,
                                                        .a = row.a,
                                                        .b = row.b,
                                                        .c = row.c,
                                                        .number = row.number,
                                                        .count = 1}},
                                                      questions)
                              .counted > 0;
        item.row = std::move(row);
        view.items.push_back(std::move(item));
    }
    return view;
}

}  // namespace doorstep::usecases::figures
