#pragma once

#include <string>
#include <vector>

#include "documents/report/report.h"
#include "govuk/tag.h"
#include "pages/visit.h"
#include "usecases/papers/view_paper.h"

/// What the pages of board papers share.
namespace doorstep::pages::papers {

/// "/papers/0189..."
std::string paper_address(BoardPaperId id);
std::string paper_address(Visit const& visit);
/// A page of the Papers section, with the way back to the list and, when given, to the paper.
Page papers_page(std::string title, std::string const& paper = {});
govuk::Tag state_tag(domain::papers::State state);

/// A form alone on its page, or with something before or after it.
struct FormPage {
    std::string title;
    std::string paper;  ///< address of the paper it belongs to; empty for none
    std::string action;
    std::string cancel;
    std::string save_text = "Save";
    Html before;
    Html after;
    http::Pairs hidden;
};
http::Response form_page(Visit& visit, FormPage page, std::vector<forms::FieldShape> const& shapes,
                         http::Pairs typed, std::vector<Problem> const& problems, forms::Choices choices = {},
                         int status = 200);

/// Numbers in the text that are no figure of the paper, to be looked at; nothing where there are none.
Html number_cautions_of(usecases::papers::PaperView const& view, usecases::Settings const& settings);

/// The blocks of a document with the components of a page; charts as they are drawn for pages.
Html report_blocks(std::vector<documents::ReportBlock> const& blocks);
/// Typed words: paragraphs and lists.
Html typed_blocks(std::string_view words);

}  // namespace doorstep::pages::papers
