#include "govuk/button.h"
#include "govuk/table_wrap.h"
#include "govuk/warning_text.h"
#include "html/elements.h"
#include "html/form_elements.h"
#include "pages/papers/papers.h"
#include "pages/papers/parts.h"
#include "usecases/papers/write_paper.h"

namespace doorstep::pages::papers {
namespace {

using domain::papers::Approval;
using domain::papers::State;
using usecases::papers::CorrectPaper;
using usecases::papers::PaperView;

forms::Form<Approval> const& approval_form() {
    static auto const form = forms::form<Approval>(
        "paper-approval",
        forms::radios_field(&Approval::role, {.name = "role", .label = "Whose approval is it?"},
                            {forms::required("Select whose approval it is")}),
        forms::text_field(&Approval::name, {.name = "name", .label = "Name of the person who approved it"},
                          {forms::required("Enter the name of the person who approved it"),
                           forms::at_most(200, "The name must be 200 characters or fewer")}),
        forms::date_field(
            &Approval::approved_on,
            {.name = "approved-on", .label = "When did they approve it?", .hint = "For example, 30 8 2026"},
            {forms::required("Enter the date of approval")}));
    return form;
}

forms::Choices roles_of(PaperView const& view) {
    forms::Choices choices;
    for (auto const& one : view.approvals) choices["role"].push_back({.value = one.role, .text = one.title});
    return choices;
}

Html approvals_so_far(PaperView const& view) {
    govuk::Table table{.rows = {},
                       .head = {{.text = "Role"}, {.text = "Name"}, {.text = "Date"}},
                       .caption = "Approvals",
                       .caption_classes = "govuk-table__caption--m",
                       .first_cell_is_header = true,
                       .stacks = true};
    for (auto const& one : view.approvals)
        table.rows.push_back(
            {{.text = one.title},
             {.text = one.approval ? one.approval->name : "Not approved yet"},
             {.text = one.approval ? date_words(one.approval->approved_on) : "No date yet"}});
    return govuk::table_wrap({.table = table, .label = ""});
}

http::Response approval_page(Visit& visit, http::Pairs typed, std::vector<Problem> const& problems) {
    auto const view = usecases::papers::view_paper(visit.context, visit.request.parameter("paper"));
    if (!view) return visit.refused(view.error());
    auto const address = paper_address(view->paper.id);
    auto const shapes = approval_form().shapes();
    Html body = forms::problem_summary(problems, shapes, visit.language());
    body << html::h1("Approval");
    if (view->paper.state == State::draft) {
        body << number_cautions_of(*view, visit.context.settings());
        body << html::p(
            "Sending the paper for approval freezes its figures and words: what is approved is what "
            "the board reads. Returned to draft, its approvals are dropped.");
        Html content = govuk::button({.text = "Send for approval"});
        content << html::a(address, "Go back");
        body << visit.form(address + "/approval/send", html::button_group(content));
    } else {
        body << html::p("The board meets on " + date_words(view->paper.meeting_on) +
                        ". Every approval is dated before that day.")
             << approvals_so_far(*view);
        if (view->paper.state == State::approval && view->may_approve && !view->is_approved) {
            Html fields = forms::render_fields(
                shapes, {.typed = std::move(typed), .problems = problems, .choices = roles_of(*view)});
            fields << forms::buttons("Record approval", address);
            body << html::h2("Record an approval") << visit.form(address + "/approval", fields);
        }
        if (view->paper.state == State::approval) {
            if (view->is_approved)
                body << govuk::button({.text = "Issue the paper", .href = address + "/issue"});
            body << visit.form(
                address + "/approval/return",
                govuk::button({.text = "Return to draft", .classes = "govuk-button--secondary"}));
        }
    }
    Page page = papers_page("Approval", address);
    page.has_errors = !problems.empty();
    page.body = html::two_thirds(body);
    return visit.page(std::move(page), problems.empty() ? 200 : 422);
}

/// The act is refused by something that the page can say.
http::Response refused_act(Visit& visit, Refusal const& refusal) {
    if (is_about_the_form(refusal)) return approval_page(visit, {}, problems_of(refusal));
    return visit.refused(refusal);
}

forms::Form<CorrectPaper> const& correction_form() {
    static auto const form = forms::form<CorrectPaper>(
        "paper-correction",
        forms::textarea_field(&CorrectPaper::why,
                              {.name = "why",
                               .label = "What was wrong?",
                               .hint = "In words for the board: the new edition begins with them",
                               .rows = 4},
                              {forms::required("Say what was wrong, in words for the board"),
                               forms::at_most(2000, "Use 2,000 characters or fewer")}));
    return form;
}

http::Response correction_page(Visit& visit, http::Pairs typed, std::vector<Problem> const& problems) {
    auto const view = usecases::papers::view_paper(visit.context, visit.request.parameter("paper"));
    if (!view) return visit.refused(view.error());
    auto const address = paper_address(view->paper.id);
    return form_page(
        visit,
        {.title = "Correct this paper",
         .paper = address,
         .action = address + "/correction",
         .cancel = address,
         .save_text = "Make a new edition",
         .before = html::p("The paper stays as it was issued. A new edition begins as a draft with "
                           "its words and with figures counted now; both stay visible."),
         .after = {},
         .hidden = {}},
        correction_form().shapes(), std::move(typed), problems);
}

}  // namespace

http::Response show_approval(Visit& visit) { return approval_page(visit, {}, {}); }

http::Response post_approval(Visit& visit) {
    auto const view = usecases::papers::view_paper(visit.context, visit.request.parameter("paper"));
    if (!view) return visit.refused(view.error());
    auto parsed = visit.parse(approval_form(), roles_of(*view));
    if (!parsed.ok()) return approval_page(visit, std::move(parsed.typed), parsed.problems);
    auto const saved = usecases::papers::approve_paper(
        visit.context, {.id = std::string(visit.request.parameter("paper")), .approval = parsed.input});
    if (saved) return visit.done(paper_address(visit) + "/approval", "Approval recorded.");
    if (is_about_the_form(saved.error()))
        return approval_page(visit, std::move(parsed.typed), problems_of(saved.error()));
    return visit.refused(saved.error());
}

http::Response post_send(Visit& visit) {
    auto const sent = usecases::papers::send_for_approval(visit.context, visit.request.parameter("paper"));
    if (!sent) return refused_act(visit, sent.error());
    return visit.done(paper_address(visit) + "/approval",
                      "Figures and words are frozen. Record the approvals.");
}

http::Response post_return(Visit& visit) {
    auto const done = usecases::papers::return_to_draft(visit.context, visit.request.parameter("paper"));
    if (!done) return refused_act(visit, done.error());
    return visit.done(paper_address(visit), "Returned to draft. Its approvals are dropped.");
}

http::Response show_issue(Visit& visit) {
    auto const view = usecases::papers::view_paper(visit.context, visit.request.parameter("paper"));
    if (!view) return visit.refused(view.error());
    auto const address = paper_address(view->paper.id);
    Html body = html::h1("Issue the paper");
    if (view->paper.state == State::issued) {
        body << html::p("This paper has been issued.");
    } else if (!view->is_approved || view->paper.state != State::approval) {
        body << html::p("This paper can be issued once every role has approved it.")
             << html::p(html::a(address + "/approval", "See the approvals"));
    } else {
        body << govuk::warning_text({.text =
                                         "Board members can read the paper as soon as it is issued, and it "
                                         "cannot be taken back: a mistake is put right in a new edition."});
        Html content = govuk::button({.text = "Issue the paper"});
        content << html::a(address, "Go back");
        body << visit.form(address + "/issue", html::button_group(content));
    }
    Page page = papers_page("Issue the paper", address);
    page.body = html::two_thirds(body);
    return visit.page(std::move(page));
}

http::Response post_issue(Visit& visit) {
    auto const issued = usecases::papers::issue_paper(visit.context, visit.request.parameter("paper"));
    if (!issued) return refused_act(visit, issued.error());
    return visit.done(paper_address(visit), "The paper is issued. Board members can read it.");
}

http::Response show_correction(Visit& visit) { return correction_page(visit, {}, {}); }

http::Response post_correction(Visit& visit) {
    auto parsed = visit.parse(correction_form());
    if (!parsed.ok()) return correction_page(visit, std::move(parsed.typed), parsed.problems);
    parsed.input.id = std::string(visit.request.parameter("paper"));
    auto const made = usecases::papers::correct_paper(visit.context, parsed.input);
    if (made) {
        visit.context.note_result_of_once(paper_address(*made));
        return visit.done(paper_address(*made), "A new edition is begun, as a draft.");
    }
    if (is_about_the_form(made.error()))
        return correction_page(visit, std::move(parsed.typed), problems_of(made.error()));
    return visit.refused(made.error());
}

}  // namespace doorstep::pages::papers
