import { Option } from 'commander';
import { AppError } from '#shared/errors/app-error';
import { defineCommand, type VaultOptions } from '../command';
import { pairs, showFor } from '../format';
import { withCaseFile } from '../session';
import { assertFree, writeWholeFile } from '#core/app/whole-file';

type ExtractOptions = VaultOptions & { readonly out: string; readonly force?: true };

export const extract = defineCommand<ExtractOptions>({
  name: 'extract',
  summary: 'write the bytes of a document to a file, its hash checked',
  words: [['<document>', 'id of the document, or its first characters']],
  options: [
    new Option('--out <file>', 'file to write').makeOptionMandatory(),
    new Option('--force', 'replace the file if it is there'),
  ],
  examples: ['rihai extract 0197d2a4 --vault ./office --out remand-order.pdf'],
  opens: true,
  run: (context, [id], options) =>
    withCaseFile(context, options, async (file) => {
      const force = options.force === true;
      assertFree(options.out, force);
      const record = file.record(String(id));
      const document = file.records.getOf('document', record.id);
      if (document === undefined) throw new AppError('input/not-found', { id: String(id) });
      if (document.fields.blob === undefined) throw new AppError('input/no-file');
      const subject = document.id;
      const { sizeBytes } = await writeWholeFile(options.out, file.documents.extract(subject), {
        force,
        beforeNaming: (written) => {
          file.noteExport({ act: 'extract', what: 'document', subject, file: written });
        },
      });
      const { sha256 = '' } = document.fields;
      return {
        json: { document: document.id, out: options.out, sizeBytes, sha256 },
        text: pairs(
          [
            ['written', options.out],
            ['bytes', sizeBytes.toLocaleString('en-GB')],
            ['sha256', `${sha256}  (as it was taken in)`],
          ],
          showFor(context.isTerminal),
        ),
      };
    }),
});
