#include "usecases/papers/write_paper.h"

#include <algorithm>

#include "base/text.h"
#include "legal/paper_template.h"
#include "storage/papers.h"
#include "usecases/papers/view_paper.h"
#include "usecases/settings.h"

namespace doorstep::usecases::papers {

using domain::access::Action;
using domain::events::Detail;
using domain::papers::SectionText;
using domain::papers::State;

namespace {

constexpr std::string_view implication_prefix = "implications.";

Detail about(Paper const& paper) {
    return Detail().set("paper", paper.id).set("period", paper.period).set("edition", paper.edition);
}

tl::unexpected<Refusal> changed_meanwhile() {
    return refuse(RefusalKind::conflict, "changed-meanwhile",
                  "Someone else changed this paper while you were working");
}

Expected<Paper> open_in(Change& change, std::string_view id, State state) {
    auto paper = open_paper(change.tx, change.viewer, id);
    if (!paper || paper->state == state) return paper;
    switch (paper->state) {
        case State::draft:
            return refuse(RefusalKind::conflict, "is-draft",
                          "This paper is a draft: send it for approval first");
        case State::approval:
            return refuse(RefusalKind::conflict, "is-frozen",
                          "This paper waits for approval: return it to draft to change it");
        case State::issued:
            break;
    }
    return refuse(RefusalKind::conflict, "is-issued",
                  "This paper has been issued: make a new edition to correct it");
}

Expected<Done> save(Change& change, Paper& paper) {
    if (!storage::papers::update(change.tx, paper, change.viewer.account)) return changed_meanwhile();
    return Done{};
}

Expected<FinancialQuarter> quarter_of(std::string_view period, Date today) {
    auto const quarter = FinancialQuarter::parse(text::trim(period));
    if (!quarter) return refuse_field("no-such-quarter", "period", "Enter a quarter, such as 2023-24-Q1");
    if (today < quarter->period().from)
        return refuse_field("period-not-begun", "period", quarter->words() + " has not begun");
    return *quarter;
}

void take(Paper& paper, PaperDetails const& details) {
    paper.board_name = details.board_name;
    paper.meeting_on = details.meeting_on;
    paper.title = details.title;
    paper.author_role = details.author_role;
    paper.recommendation = details.recommendation;
    paper.report_part = details.report_part;
}

/// A board meets about a quarter once it has begun.
Expected<Done> check_meeting(FinancialQuarter quarter, Date meeting_on) {
    if (meeting_on < quarter.period().from)
        return refuse_field("meeting-before-quarter", "meeting-on",
                            "The meeting must be after the quarter began");
    return Done{};
}

}  // namespace

Expected<BoardPaperId> draft_paper(Context& context, PaperDetails const& details) {
    if (auto allowed = context.require(Action::write_papers); !allowed) return refuse(allowed.error());
    auto const quarter = quarter_of(details.period, context.today);
    if (!quarter) return refuse(quarter.error());
    if (auto fits = check_meeting(*quarter, details.meeting_on); !fits) return refuse(fits.error());
    return context.change([&](Change& change) -> Expected<BoardPaperId> {
        Paper paper;
        paper.id = change.new_id<BoardPaperId>();
        paper.period = quarter->code();
        paper.created_at = change.now;
        take(paper, details);
        if (!storage::papers::insert(change.tx, paper, change.viewer.account))
            return refuse_field("has-paper", "period", quarter->words() + " has a paper already");
        change.record_setting("papers", domain::events::paper_drafted, about(paper));
        return paper.id;
    });
}

Expected<Done> change_details(Context& context, ChangeDetails const& input) {
    if (auto allowed = context.require(Action::write_papers); !allowed) return allowed;
    return context.change([&](Change& change) -> Expected<Done> {
        auto paper = open_in(change, input.id, State::draft);
        if (!paper) return refuse(paper.error());
        if (paper->version != input.seen_version) return changed_meanwhile();
        if (auto fits = check_meeting(*FinancialQuarter::parse(paper->period), input.details.meeting_on);
            !fits)
            return fits;
        auto const before = *paper;
        take(*paper, input.details);
        if (auto saved = save(change, *paper); !saved) return saved;
        change.record_setting("papers", domain::events::paper_changed,
                              about(*paper)
                                  .change("meeting_on", before.meeting_on, paper->meeting_on)
                                  .change("title", before.title, paper->title)
                                  .change("board", before.board_name, paper->board_name));
        return Done{};
    });
}

Expected<Done> write_section(Context& context, WriteSection const& input) {
    if (auto allowed = context.require(Action::write_papers); !allowed) return allowed;
    auto const& form = legal::board_paper_template();
    bool const is_implication = input.code.starts_with(implication_prefix);
    auto const is_known = [&] {
        if (!is_implication) return form.section(input.code) != nullptr;
        auto const code = std::string_view(input.code).substr(implication_prefix.size());
        return std::any_of(form.implications.begin(), form.implications.end(),
                           [&](auto const& one) { return one.code == code; });
    };
    if (!is_known()) return refuse(RefusalKind::not_found, "no-such-section", "There is no such section");
    if (is_implication && !input.answer)
        return refuse_field("no-answer", "answer", "Select yes if this paper has implications of this kind");
    if (is_implication && *input.answer && text::trim(input.words).empty())
        return refuse_field("no-words", "words", "Say what the implications are");
    return context.change([&](Change& change) -> Expected<Done> {
        auto paper = open_in(change, input.id, State::draft);
        if (!paper) return refuse(paper.error());
        SectionText const text{.code = input.code,
                               .answer = is_implication ? input.answer : std::nullopt,
                               .words = input.words,
                               .version = input.seen_version + 1};
        auto const newest = storage::papers::versions_of(change.tx, paper->id, input.code);
        auto const version = newest.empty() ? 0 : newest.front().text.version;
        if (version != input.seen_version ||
            !storage::papers::insert(change.tx, paper->id, text, change.viewer.account, change.now))
            return changed_meanwhile();
        change.record_setting("papers", domain::events::paper_changed,
                              about(*paper).set("section", input.code).set("version", text.version));
        return Done{};
    });
}

Expected<Done> write_partner(Context& context, WritePartner const& input) {
    if (auto allowed = context.require(Action::write_papers); !allowed) return allowed;
    auto summary = input.summary;
    summary.partner = std::string(text::trim(summary.partner));
    if (summary.partner.empty()) return refuse_field("nobody", "partner", "Enter the partner’s name");
    if (summary.patrols.value_or(0) < 0)
        return refuse_field("negative", "patrols", "Patrols must be 0 or more");
    if (summary.referrals.value_or(0) < 0)
        return refuse_field("negative", "referrals", "Referrals must be 0 or more");
    return context.change([&](Change& change) -> Expected<Done> {
        auto paper = open_in(change, input.id, State::draft);
        if (!paper) return refuse(paper.error());
        storage::papers::put(change.tx, paper->period, summary, change.viewer.account, change.now);
        change.record_setting("papers", domain::events::paper_changed,
                              about(*paper).set("partner", summary.partner));
        return Done{};
    });
}

Expected<Done> send_for_approval(Context& context, std::string_view id) {
    if (auto allowed = context.require(Action::write_papers); !allowed) return allowed;
    auto view = view_paper(context, id);
    if (!view) return refuse(view.error());
    auto const quarter = FinancialQuarter::parse(view->paper.period);
    if (context.today < quarter->period().until)
        return refuse(RefusalKind::unlawful, "not-over",
                      quarter->words() + " is not over: its figures can be frozen from " +
                          date_words(quarter->period().until));
    for (auto const& one : view->implications)
        if (!one.answer)
            return refuse(RefusalKind::invalid, "not-answered",
                          "Answer every implication first: " + one.title + " has no answer yet");
    return context.change([&](Change& change) -> Expected<Done> {
        auto paper = open_in(change, id, State::draft);
        if (!paper) return refuse(paper.error());
        if (paper->version != view->paper.version) return changed_meanwhile();
        // Words that nobody wrote were filled in from the figures: they are kept as they are approved.
        for (auto const& section : view->sections)
            if (!section.is_written() && !section.words.empty())
                storage::papers::insert(
                    change.tx, paper->id,
                    {.code = section.form->code, .answer = {}, .words = section.words, .version = 1},
                    change.viewer.account, change.now);
        paper->state = State::approval;
        paper->figures = figures_json(view->figures);
        paper->frozen_at = change.now;
        if (auto saved = save(change, *paper); !saved) return saved;
        change.record_setting("papers", domain::events::paper_frozen,
                              about(*paper).set("figures", text::sha256_hex(paper->figures)));
        return Done{};
    });
}

Expected<Done> return_to_draft(Context& context, std::string_view id) {
    if (auto allowed = context.require(Action::write_papers); !allowed) return allowed;
    return context.change([&](Change& change) -> Expected<Done> {
        auto paper = open_in(change, id, State::approval);
        if (!paper) return refuse(paper.error());
        storage::papers::drop_approvals(change.tx, paper->id);
        paper->state = State::draft;
        paper->figures.clear();
        paper->frozen_at = std::nullopt;
        if (auto saved = save(change, *paper); !saved) return saved;
        change.record_setting("papers", domain::events::paper_changed,
                              about(*paper).set("state", paper->state));
        return Done{};
    });
}

Expected<Done> approve_paper(Context& context, ApprovePaper const& input) {
    if (auto allowed = context.require(Action::approve_papers); !allowed) return allowed;
    return context.change([&](Change& change) -> Expected<Done> {
        auto paper = open_in(change, input.id, State::approval);
        if (!paper) return refuse(paper.error());
        auto const allowed = domain::papers::check_approval(legal::board_paper_template(), *paper,
                                                            input.approval, change.today);
        if (!allowed) return refuse(allowed.error());
        storage::papers::put(change.tx, paper->id, input.approval, change.viewer.account, change.now);
        change.record_setting("papers", domain::events::paper_approved,
                              about(*paper)
                                  .set("role", input.approval.role)
                                  .set("approved_on", input.approval.approved_on)
                                  .set("name", input.approval.name));
        return Done{};
    });
}

Expected<Done> issue_paper(Context& context, std::string_view id) {
    if (auto allowed = context.require(Action::write_papers); !allowed) return allowed;
    return context.change([&](Change& change) -> Expected<Done> {
        auto paper = open_in(change, id, State::approval);
        if (!paper) return refuse(paper.error());
        auto const& form = legal::board_paper_template();
        auto const approvals = storage::papers::approvals_of(change.tx, paper->id);
        if (!domain::papers::is_approved(form, approvals))
            return refuse(RefusalKind::conflict, "not-approved",
                          "This paper can be issued once every role has approved it");
        // The meeting may have been moved since somebody approved.
        for (auto const& approval : approvals)
            if (auto fits = domain::papers::check_approval(form, *paper, approval, change.today); !fits)
                return refuse(fits.error());
        paper->state = State::issued;
        paper->issued_at = change.now;
        if (auto saved = save(change, *paper); !saved) return saved;
        change.record_setting("papers", domain::events::paper_issued, about(*paper));
        return Done{};
    });
}

Expected<BoardPaperId> correct_paper(Context& context, CorrectPaper const& input) {
    if (auto allowed = context.require(Action::write_papers); !allowed) return refuse(allowed.error());
    if (text::trim(input.why).empty())
        return refuse_field("no-reason", "why", "Say what was wrong, in words for the board");
    return context.change([&](Change& change) -> Expected<BoardPaperId> {
        auto const old = open_in(change, input.id, State::issued);
        if (!old) return refuse(old.error());
        Paper paper = *old;
        paper.id = change.new_id<BoardPaperId>();
        ++paper.edition;
        paper.corrects = old->id;
        paper.correction = input.why;
        paper.state = State::draft;
        paper.figures.clear();
        paper.frozen_at = std::nullopt;
        paper.issued_at = std::nullopt;
        paper.created_at = change.now;
        paper.version = 1;
        if (!storage::papers::insert(change.tx, paper, change.viewer.account))
            return refuse(RefusalKind::conflict, "corrected",
                          "There is a newer edition of this paper already");
        for (auto text : storage::papers::sections_of(change.tx, old->id)) {
            text.version = 1;
            storage::papers::insert(change.tx, paper.id, text, change.viewer.account, change.now);
        }
        change.record_setting("papers", domain::events::paper_corrected,
                              about(paper).set("corrects", old->id).set("why", input.why));
        return paper.id;
    });
}

namespace {

Expected<PaperCheck> recount(Context& context, Paper paper) {
    auto const frozen = paper.figures.empty() ? std::nullopt : read_figures(paper.figures);
    if (!frozen)
        return refuse(RefusalKind::conflict, "not-frozen",
                      "The figures of this paper are not frozen: they are counted whenever it is opened");
    auto found = differences(*frozen, count_paper(context, frozen->quarter), context.settings());
    return PaperCheck{std::move(paper), std::move(found)};
}

}  // namespace

Expected<PaperCheck> check_paper(Context& context, std::string_view period) {
    if (auto allowed = context.require(Action::write_papers); !allowed) return refuse(allowed.error());
    auto paper = storage::papers::newest_of(context.read(), period);
    if (!paper)
        return refuse(RefusalKind::not_found, "no-such-paper",
                      "No paper of " + std::string(period) + " has been begun");
    return recount(context, std::move(*paper));
}

Expected<PaperCheck> check_paper_edition(Context& context, std::string_view id) {
    if (auto allowed = context.require(Action::write_papers); !allowed) return refuse(allowed.error());
    auto paper = open_paper(context.read(), context.viewer, id);
    if (!paper) return refuse(paper.error());
    return recount(context, std::move(*paper));
}

}  // namespace doorstep::usecases::papers
