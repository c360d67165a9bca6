#include "gateways/file_type.h"

#include <magic.h>

#include <algorithm>
#include <array>
#include <memory>
#include <mutex>
#include <string>

#include "base/failure.h"

namespace doorstep::gateways {
namespace {

// What residents and officers send: photos, sound, film, documents, letters. Nothing that runs.
constexpr std::array taken{
    FileType{"image/jpeg", "Photo (JPEG)", true, false},
    FileType{"image/png", "Picture (PNG)", true, false},
    FileType{"image/gif", "Picture (GIF)", true, false},
    FileType{"image/webp", "Picture (WebP)", true, false},
    FileType{"image/heic", "Photo (HEIC)", true, false},
    FileType{"image/heif", "Photo (HEIF)", true, false},
    FileType{"image/tiff", "Picture (TIFF)", true, false},
    FileType{"application/pdf", "PDF document", false, false},
    FileType{"application/vnd.openxmlformats-officedocument.wordprocessingml.document", "Word document",
             false, false},
    FileType{"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "Excel workbook", false,
             false},
    FileType{"application/msword", "Word document", false, false},
    FileType{"application/vnd.ms-excel", "Excel workbook", false, false},
    FileType{"application/vnd.oasis.opendocument.text", "Text document (ODT)", false, false},
    FileType{"text/plain", "Text", false, false},
    FileType{"message/rfc822", "E-mail", false, false},
    FileType{"audio/mpeg", "Sound (MP3)", false, true},
    FileType{"audio/mp4", "Sound (M4A)", false, true},
    FileType{"audio/x-m4a", "Sound (M4A)", false, true},
    FileType{"audio/ogg", "Sound (Ogg)", false, true},
    FileType{"audio/x-wav", "Sound (WAV)", false, true},
    FileType{"audio/flac", "Sound (FLAC)", false, true},
    FileType{"audio/amr", "Sound (AMR)", false, true},
    FileType{"audio/x-hx-aac-adts", "Sound (AAC)", false, true},
    FileType{"audio/x-aiff", "Sound (AIFF)", false, true},
    FileType{"video/webm", "Film or sound (WebM)", false, true},
    FileType{"video/mp4", "Film (MP4)", false, false},
    FileType{"video/quicktime", "Film (QuickTime)", false, false},
    FileType{"video/3gpp", "Film or sound (3GP)", false, true},
    FileType{"video/x-m4v", "Film (M4V)", false, false},
};

struct CloseMagic {
    void operator()(magic_set* magic) const { magic_close(magic); }
};

/// Kinds are told from the head of a file. libmagic would read 7 MB of it.
constexpr std::size_t bytes_looked_at = 256 * 1024;

/// One for all threads, one file at a time: its tables and what it reads would otherwise be kept by every
/// worker.
std::string kind_of_content(std::filesystem::path const& path) {
    static std::mutex mutex;
    std::lock_guard const lock(mutex);
    static std::unique_ptr<magic_set, CloseMagic> const magic = [] {
        std::unique_ptr<magic_set, CloseMagic> made(
            magic_open(MAGIC_MIME_TYPE | MAGIC_ERROR | MAGIC_NO_CHECK_COMPRESS));
        if (!made || magic_load(made.get(), nullptr) != 0 ||
            magic_setparam(made.get(), MAGIC_PARAM_BYTES_MAX, &bytes_looked_at) != 0)
            throw GatewayError(FailureKind::unavailable, "The file type database could not be read");
        return made;
    }();
    auto const* const found = magic_file(magic.get(), path.c_str());
    if (!found) throw GatewayError(FailureKind::unavailable, "A received file could not be read");
    return found;
}

Refusal refused(std::string_view code, std::string_view filename, std::string_view why) {
    return Refusal(RefusalKind::invalid, code, std::string(filename) + std::string(why));
}

}  // namespace

Expected<FileType> file_type(std::filesystem::path const& path, std::string_view filename) {
    std::error_code error;
    if (std::filesystem::file_size(path, error) == 0 && !error)
        return refuse(refused("file-empty", filename, " is empty"));
    if (auto const type = known_file_type(kind_of_content(path))) return *type;
    return refuse(
        refused("file-not-taken", filename,
                " is a kind of file we cannot take. Send a photo, a sound or film recording, a PDF or a "
                "Word document"));
}

std::optional<FileType> known_file_type(std::string_view content_type) {
    auto const row = std::find_if(taken.begin(), taken.end(),
                                  [&](auto const& type) { return type.content_type == content_type; });
    if (row == taken.end()) return std::nullopt;
    return *row;
}

}  // namespace doorstep::gateways
