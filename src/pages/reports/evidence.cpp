#include "pages/reports/evidence.h"

#include "base/text.h"
#include "govuk/button.h"
#include "govuk/file_upload.h"
#include "govuk/table_wrap.h"
#include "html/elements.h"
#include "html/form_elements.h"
#include "pages/content/page_words.h"
#include "pages/file_words.h"
#include "usecases/files/draft_files.h"

namespace doorstep::pages::reports {
namespace {

constexpr Words add_files_words{"Add these files", "Ychwanegu’r ffeiliau hyn"};
constexpr Words remove_file_words{"Remove", "Tynnu"};
constexpr Words choose_files_words{"Choose files", "Dewis ffeiliau"};
constexpr Words no_files_words{"You have not added any. You do not need any.",
                               "Nid ydych wedi ychwanegu dim. Nid oes angen dim arnoch."};
constexpr Words files_added_words{"Files you have added", "Ffeiliau rydych wedi’u hychwanegu"};
constexpr Words file_name_words{"Name", "Enw"};
constexpr Words file_size_words{"Size", "Maint"};

Step const& evidence_step() { return *find_step("evidence"); }

std::string remove_address(Visit const& visit) {
    return visit.path(returns_to_check(visit) ? "/report/evidence/remove?return=check"
                                              : "/report/evidence/remove");
}

}  // namespace

Html files_of_journey(Visit& visit, Journey const& journey, std::string const& remove_address,
                      std::string_view none) {
    auto const files = usecases::files::files_of_draft(visit.context, journey.draft.id);
    if (files.empty()) return html::p(none);
    govuk::Table table{.head = {{.text = words(visit, file_name_words)},
                                {.text = words(visit, file_size_words)},
                                {.html = html::hidden(words(visit, remove_file_words))}},
                       .caption = words(visit, files_added_words),
                       .caption_classes = "govuk-table__caption--m",
                       .first_cell_is_header = true};
    for (auto const& file : files) {
        Html label;
        label << words(visit, remove_file_words) << html::hidden(" " + file.original_name);
        Pairs hidden;
        hidden.add("file", std::string(file.id.text()));
        table.rows.push_back(
            {{.text = file.original_name},
             {.text = domain::files::size_words(file.size_bytes)},
             {.html = visit.form(remove_address,
                                 govuk::button({.html = label, .classes = "govuk-button--secondary"}),
                                 std::move(hidden))}});
    }
    return govuk::table_wrap({.table = std::move(table), .label = ""});
}

Html files_to_add(Visit& visit, std::vector<Problem> const& problems) {
    govuk::FileUpload upload{
        .id = "files",
        .name = "files",
        .multiple = true,
        .label = {.text = words(visit, choose_files_words), .classes = "govuk-label--s"},
        .hint = {.text = limit_words(usecases::files::limits(visit.context), visit.language())}};
    if (!problems.empty()) {
        upload.error_message.text = problems.front().message;
        if (visit.is_welsh()) upload.error_message.visually_hidden_text = "Gwall";
    }
    Html fields = govuk::file_upload(upload);
    fields << govuk::button({.text = words(visit, add_files_words),
                             .name = "add",
                             .value = "yes",
                             .classes = "govuk-button--secondary"});
    return fields;
}

std::vector<Problem> take_files(Visit& visit, Journey const& journey) {
    auto const problems =
        usecases::files::add_to_draft(visit.context, journey.draft.id, uploads_of(visit.request, "files"));
    return problems_in_words(problems, "files", usecases::files::limits(visit.context), visit.language());
}

Html files_problem_summary(Visit const& visit, std::vector<Problem> const& problems) {
    return forms::problem_summary(problems, {{.spec = {.name = "files"}, .control = forms::Control::files}},
                                  visit.language());
}

http::Response show_evidence(Visit& visit, Journey const& journey, std::vector<Problem> problems) {
    auto const document = content::page_words(visit, "report-evidence");
    Html body = files_problem_summary(visit, problems);
    body << html::h1(document.title) << document.body
         << files_of_journey(visit, journey, remove_address(visit), words(visit, no_files_words));
    Html form = files_to_add(visit, problems);
    form << journey_buttons(visit, evidence_step());
    body << visit.form(address_of(visit, evidence_step()), form, {}, true);
    auto page = journey_page(visit, evidence_step(), journey.answers, std::move(body));
    page.has_errors = !problems.empty();
    return visit.page(std::move(page), problems.empty() ? 200 : 422);
}

http::Response post_evidence(Visit& visit) {
    auto journey = open_journey(visit);
    if (!journey) return start_again(visit);
    if (journey->was_sent()) return visit.see_other(visit.path("/report/sent"));
    if (auto problems = take_files(visit, *journey); !problems.empty())
        return show_evidence(visit, *journey, std::move(problems));
    if (visit.request.form.has("add")) return visit.see_other(address_of(visit, evidence_step()));
    if (visit.request.form.has("later")) return visit.see_other(visit.path("/report/save"));
    save_answers(visit, *journey, "evidence", [&](Pairs& answers) { mark_done(answers, evidence_step()); });
    return visit.see_other(address_after(visit, evidence_step(), journey->answers));
}

http::Response remove_evidence(Visit& visit) {
    auto const journey = open_journey(visit);
    if (!journey) return start_again(visit);
    if (auto const file = FileId::parse(visit.request.form.value("file")); file && !journey->was_sent())
        usecases::files::remove_from_draft(visit.context, journey->draft.id, *file);
    return visit.see_other(address_of(visit, evidence_step()));
}

}  // namespace doorstep::pages::reports
