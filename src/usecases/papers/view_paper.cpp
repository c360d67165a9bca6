#include "usecases/papers/view_paper.h"

#include <algorithm>

#include "base/text.h"
#include "figures/figure_words.h"
#include "legal/measures.h"
#include "legal/paper_template.h"
#include "storage/papers.h"
#include "usecases/settings.h"

namespace doorstep::usecases::papers {

using domain::access::Action;
using domain::papers::State;

namespace {

bool may_see(domain::access::Viewer const& viewer, State state) {
    if (domain::access::may(viewer, Action::write_papers)) return true;
    return domain::access::may(viewer, Action::see_papers) && state == State::issued;
}

tl::unexpected<Refusal> no_such_paper() {
    return refuse(RefusalKind::not_found, "no-such-paper", "There is no such paper");
}

/// "1 April 2023 to 30 June 2023"
std::string days_words(ReportingPeriod const& period) {
    return date_words(period.days.from) + " to " + date_words(period.last_day());
}

std::string figure_for_a_sentence(PaperFigures const& figures, std::string_view measure,
                                  ReportingPeriod const& period) {
    auto const* known = legal::find_measure(measure);
    if (known == nullptr) return "";
    auto const figure = figures.of(measure, period);
    if (!figure.is_collected) return "a number not collected";
    auto const words =
        doorstep::figures::cell_words(*known, figure, doorstep::figures::Readers::staff, figures.smallest);
    return words == "None" || words == "Too few to show" ? text::lower_ascii(words) : words;
}

std::optional<std::string> field_words(std::string_view field, PaperFigures const& figures,
                                       Settings const& settings) {
    auto const now = figures.now();
    if (field == "quarter") return now.words;
    if (field == "quarter_days") return days_words(now);
    if (field == "before") return figures.before().words;
    if (field == "last_year") return figures.last_year().words;
    if (field == "landlord") return settings.site().landlord_name;
    if (field == "team") return settings.site().team_name;
    if (field == "stories")
        return figures.stories.empty() ? "There are no case studies this quarter."
                                       : text::join(figures.stories, "\n\n");
    auto const or_none = [](std::string const& words) { return words.empty() ? "not given" : words; };
    if (field == "telephone") return or_none(settings.site().telephone);
    if (field == "email") return or_none(settings.site().email);
    auto const colon = field.find(':');
    if (colon == std::string_view::npos) return std::nullopt;
    auto const which = field.substr(0, colon);
    auto const measure = field.substr(colon + 1);
    if (which == "now") return figure_for_a_sentence(figures, measure, now);
    if (which == "before") return figure_for_a_sentence(figures, measure, figures.before());
    if (which == "last_year") return figure_for_a_sentence(figures, measure, figures.last_year());
    if (which != "part") return std::nullopt;
    auto const second = measure.find(':');
    if (second == std::string_view::npos) return std::nullopt;
    auto const id = measure.substr(0, second);
    if (!figures.of(id, now).is_collected) return "a number not collected";
    return text::thousands(figures.part(id, now, measure.substr(second + 1)));
}

PaperFigures figures_of(Context& context, Paper const& paper, storage::papers::Beside const& beside) {
    if (paper.state != State::draft)
        if (auto frozen = read_figures(paper.figures)) return std::move(*frozen);
    return count_paper(context, *FinancialQuarter::parse(paper.period), beside);
}

PaperView view_of(Context& context, Paper paper, bool is_stored) {
    auto const& form = legal::board_paper_template();
    auto const& settings = context.settings();
    PaperView view;
    view.is_stored = is_stored;
    view.may_write = domain::access::may(context.viewer, Action::write_papers);
    view.may_approve = domain::access::may(context.viewer, Action::approve_papers);
    auto const beside = storage::papers::beside(
        context.read(), is_stored ? std::optional(paper.id) : std::nullopt, paper.period);
    view.figures = figures_of(context, paper, beside);
    auto const& written = beside.sections;
    auto const& approvals = beside.approvals;
    if (is_stored && beside.newest && beside.newest->number > paper.edition &&
        may_see(context.viewer, beside.newest->state))
        view.newer = beside.newest->id;
    auto const text_of = [&](std::string_view code) -> domain::papers::SectionText const* {
        auto const found =
            std::find_if(written.begin(), written.end(), [&](auto const& one) { return one.code == code; });
        return found == written.end() ? nullptr : &*found;
    };
    for (auto const& section : form.sections) {
        SectionView one{.form = &section, .words = {}};
        if (auto const* text = text_of(section.code)) {
            one.words = text->words;
            one.version = text->version;
        } else {
            one.words = filled_in(section.words, view.figures, settings);
        }
        view.sections.push_back(std::move(one));
    }
    for (auto const& implication : form.implications) {
        ImplicationView one{.code = implication.code, .title = implication.title, .answer = {}, .words = {}};
        if (auto const* text = text_of("implications." + implication.code)) {
            one.answer = text->answer;
            one.words = text->words;
            one.version = text->version;
        }
        view.implications.push_back(std::move(one));
    }
    for (auto const& role : form.approvals) {
        ApprovalView one{.role = role.code, .title = role.title, .approval = {}};
        for (auto const& approval : approvals)
            if (approval.role == role.code) one.approval = approval;
        view.approvals.push_back(std::move(one));
    }
    view.is_approved = domain::papers::is_approved(form, approvals);
    view.paper = std::move(paper);
    return view;
}

}  // namespace

SectionView const* PaperView::section(std::string_view code) const {
    auto const found = std::find_if(sections.begin(), sections.end(),
                                    [&](SectionView const& one) { return one.form->code == code; });
    return found == sections.end() ? nullptr : &*found;
}

std::string filled_in(std::string_view words, PaperFigures const& figures, Settings const& settings) {
    std::string out;
    while (!words.empty()) {
        auto const open = words.find('{');
        out += words.substr(0, open);
        if (open == std::string_view::npos) break;
        words.remove_prefix(open);
        auto const close = words.find('}');
        auto const filled = close == std::string_view::npos
                                ? std::nullopt
                                : field_words(words.substr(1, close - 1), figures, settings);
        if (filled) {
            out += *filled;
            words.remove_prefix(close + 1);
        } else {
            out += '{';
            words.remove_prefix(1);
        }
    }
    return out;
}

Expected<Paper> open_paper(storage::sql::Read& tx, domain::access::Viewer const& viewer,
                           std::string_view id) {
    auto const parsed = BoardPaperId::parse(id);
    if (!parsed) return no_such_paper();
    auto paper = storage::papers::find(tx, *parsed);
    if (!paper || !may_see(viewer, paper->state)) return no_such_paper();
    return std::move(*paper);
}

Expected<PaperView> view_paper(Context& context, std::string_view id) {
    if (auto allowed = context.require(Action::see_papers); !allowed) return refuse(allowed.error());
    auto paper = open_paper(context.read(), context.viewer, id);
    if (!paper) return refuse(paper.error());
    return view_of(context, std::move(*paper), true);
}

Expected<PaperView> view_paper_of(Context& context, std::string_view period) {
    if (auto allowed = context.require(Action::write_papers); !allowed) return refuse(allowed.error());
    auto const quarter = FinancialQuarter::parse(period);
    if (!quarter) return refuse(RefusalKind::invalid, "no-such-quarter", "A quarter is written 2023-24-Q1");
    if (context.today < quarter->period().from)
        return refuse(RefusalKind::invalid, "period-not-begun", quarter->words() + " has not begun");
    if (auto paper = storage::papers::newest_of(context.read(), quarter->code()))
        return view_of(context, std::move(*paper), true);
    auto const& form = legal::board_paper_template();
    Paper paper;
    paper.period = quarter->code();
    paper.board_name = "The board";
    paper.title = form.title;
    if (auto const at = paper.title.find("{quarter}"); at != std::string::npos)
        paper.title.replace(at, 9, quarter->words());
    paper.author_role = context.settings().site().team_name;
    paper.recommendation = form.recommendation;
    paper.report_part = form.report_part;
    return view_of(context, std::move(paper), false);
}

Expected<PaperList> list_papers(Context& context, int page) {
    if (auto allowed = context.require(Action::see_papers); !allowed) return refuse(allowed.error());
    PaperList list;
    list.may_write = domain::access::may(context.viewer, Action::write_papers);
    list.count = storage::papers::count(context.read(), !list.may_write);
    list.pages = std::max(1, (list.count + papers_per_page - 1) / papers_per_page);
    list.page = std::clamp(page, 1, list.pages);
    list.papers = storage::papers::list(context.read(), !list.may_write, papers_per_page,
                                        (list.page - 1) * papers_per_page);
    return list;
}

}  // namespace doorstep::usecases::papers
