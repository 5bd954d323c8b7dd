<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>About</name>
    <message>
        <source>A native chat for any OpenAI-compatible endpoint.</source>
        <translation>适用于任何 OpenAI 兼容端点的原生聊天应用。</translation>
    </message>
    <message>
        <source>About</source>
        <translation>关于</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>复制详细信息</translation>
    </message>
    <message>
        <source>Free software under the MIT licence.</source>
        <translation>依据 MIT 许可证发布的自由软件。</translation>
    </message>
    <message>
        <source>Version {version}
Python {python}, Qt {qt}, {system}
Everything is kept in {folder}</source>
        <translation>版本 {version}
Python {python}、Qt {qt}、{system}
所有数据都保存在 {folder}</translation>
    </message>
</context>
<context>
    <name>Adding</name>
    <message>
        <source>Wait until the answer has ended.</source>
        <translation>请等待回答结束。</translation>
    </message>
</context>
<context>
    <name>AnswerSettings</name>
    <message>
        <source>Changed since this answer: {count}</source>
        <translation>此回答之后更改的项目：{count}</translation>
    </message>
    <message>
        <source>Copy as JSON</source>
        <translation>复制为 JSON</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Next message</source>
        <translation>下一条消息</translation>
    </message>
    <message>
        <source>Only what changed since</source>
        <translation>仅显示之后更改的项目</translation>
    </message>
    <message>
        <source>Settings of this answer</source>
        <translation>此回答的设置</translation>
    </message>
    <message>
        <source>The next message would be sent with the same settings.</source>
        <translation>下一条消息将使用相同的设置发送。</translation>
    </message>
    <message>
        <source>This answer</source>
        <translation>此回答</translation>
    </message>
    <message>
        <source>Use all of them</source>
        <translation>全部使用</translation>
    </message>
    <message>
        <source>Use this value</source>
        <translation>使用此值</translation>
    </message>
</context>
<context>
    <name>Attachment</name>
    <message>
        <source>A message takes {count} attachments at most; the others were left out.</source>
        <translation>一条消息最多可附加 {count} 个文件，其余的未添加。</translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation>附加文件</translation>
    </message>
    <message>
        <source>Attachments</source>
        <translation>附件</translation>
    </message>
    <message>
        <source>Pages: {count}</source>
        <translation>页数：{count}</translation>
    </message>
    <message>
        <source>Pasted picture</source>
        <translation>粘贴的图片</translation>
    </message>
    <message>
        <source>Read as {encoding}</source>
        <translation>按 {encoding} 读取</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <translation>移除 {name}</translation>
    </message>
    <message>
        <source>Send them again</source>
        <translation>重新发送</translation>
    </message>
    <message>
        <source>The files are still being read.</source>
        <translation>文件仍在读取中。</translation>
    </message>
    <message>
        <source>{count} attachments · {size} · {tokens}</source>
        <translation>{count} 个附件 · {size} · {tokens}</translation>
    </message>
    <message>
        <source>{name} cannot be read.</source>
        <translation>无法读取 {name}。</translation>
    </message>
    <message>
        <source>{name} cannot be read: it may be damaged.</source>
        <translation>无法读取 {name}，文件可能已损坏。</translation>
    </message>
    <message>
        <source>{name} holds no text, only pictures. Attach its pages as pictures instead.</source>
        <translation>{name} 中没有文本，只有图片。请将其页面作为图片附加。</translation>
    </message>
    <message>
        <source>{name} is damaged, or has too many pixels.</source>
        <translation>{name} 已损坏，或像素过多。</translation>
    </message>
    <message>
        <source>{name} is empty.</source>
        <translation>{name} 是空文件。</translation>
    </message>
    <message>
        <source>{name} is locked with a password.</source>
        <translation>{name} 受密码保护。</translation>
    </message>
    <message>
        <source>{name} is no picture, sound (WAV, MP3), PDF or text that can be sent.</source>
        <translation>{name} 不是可以发送的图片、音频（WAV、MP3）、PDF 或文本。</translation>
    </message>
    <message>
        <source>{name} is not a file.</source>
        <translation>{name} 不是文件。</translation>
    </message>
    <message>
        <source>{name} is too large: at most {most} MB can be sent.</source>
        <translation>{name} 太大：最多可发送 {most} MB。</translation>
    </message>
    <message>
        <source>“{model}” does not take pictures, says its endpoint.</source>
        <translation>端点表示“{model}”不接受图片。</translation>
    </message>
    <message>
        <source>“{model}” does not take sounds, says its endpoint.</source>
        <translation>端点表示“{model}”不接受音频。</translation>
    </message>
    <message>
        <source>“{model}” refused pictures or sounds before; only their names are sent.</source>
        <translation>“{model}”之前拒绝过图片或音频，因此只发送文件名。</translation>
    </message>
    <message>
        <source>≈ {count} tokens</source>
        <translation>约 {count} 个 token</translation>
    </message>
</context>
<context>
    <name>Backups</name>
    <message>
        <source>Back up now</source>
        <translation>立即备份</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>Backups, the newest first</source>
        <translation>备份（从新到旧）</translation>
    </message>
    <message>
        <source>Conversations and settings are copied by themselves when they have changed. Kept are the newest copies, one a day for a week, one a week for a month, and one a month for half a year. Keys are not in them: they stay in the system&apos;s keyring.</source>
        <translation>对话和设置有更改时会自动复制。除最新的副本外，一周内每天保留一份，一个月内每周保留一份，半年内每月保留一份。密钥不在其中，它们保留在系统密钥环中。</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>已复制。</translation>
    </message>
    <message>
        <source>Copying…</source>
        <translation>正在复制…</translation>
    </message>
    <message>
        <source>Go back to this backup?</source>
        <translation>要恢复到此备份吗？</translation>
    </message>
    <message>
        <source>It holds {conversations} conversations with {messages} messages, last changed {when}. What is here now becomes the newest backup, and the window opens anew.</source>
        <translation>其中有 {conversations} 个对话、{messages} 条消息，最后更改于 {when}。当前内容将保存为最新的备份，窗口会重新打开。</translation>
    </message>
    <message>
        <source>Looking into the copy…</source>
        <translation>正在检查副本…</translation>
    </message>
    <message>
        <source>Not copied: it would take more than a fifth of the free disk.</source>
        <translation>未复制：将占用超过五分之一的可用磁盘空间。</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Restore from a file</source>
        <translation>从文件恢复</translation>
    </message>
    <message>
        <source>Restore from a file…</source>
        <translation>从文件恢复…</translation>
    </message>
    <message>
        <source>Restore…</source>
        <translation>恢复…</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>保存副本</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>保存副本…</translation>
    </message>
    <message>
        <source>Saved as {name}.</source>
        <translation>已保存为 {name}。</translation>
    </message>
    <message>
        <source>There is no backup yet.</source>
        <translation>还没有备份。</translation>
    </message>
    <message>
        <source>{name} could not be written.</source>
        <translation>无法写入 {name}。</translation>
    </message>
    <message>
        <source>{name} is damaged, of a newer version, or no backup of this app.</source>
        <translation>{name} 已损坏、来自较新的版本，或不是此应用的备份。</translation>
    </message>
</context>
<context>
    <name>Branches</name>
    <message>
        <source>Answer</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>Branches</source>
        <translation>分支</translation>
    </message>
    <message>
        <source>Branches of this conversation</source>
        <translation>此对话的分支</translation>
    </message>
    <message>
        <source>Delete for good</source>
        <translation>永久删除</translation>
    </message>
    <message>
        <source>Delete for good…</source>
        <translation>永久删除…</translation>
    </message>
    <message>
        <source>Delete these messages for good?</source>
        <translation>要永久删除这些消息吗？</translation>
    </message>
    <message>
        <source>Deleted messages</source>
        <translation>已删除的消息</translation>
    </message>
    <message>
        <source>Deleted messages, kept for {days} days:</source>
        <translation>已删除的消息（保留 {days} 天）：</translation>
    </message>
    <message>
        <source>Each line is a stretch of messages. Editing or regenerating begins a new branch; click one to show it.</source>
        <translation>每一行是一段连续的消息。编辑或重新生成会开始新的分支；点击即可显示。</translation>
    </message>
    <message>
        <source>Messages: {count}</source>
        <translation>消息：{count}</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>This cannot be undone. Backups made earlier still hold them.</source>
        <translation>此操作无法撤销。先前的备份中仍然保留。</translation>
    </message>
    <message>
        <source>You</source>
        <translation>你</translation>
    </message>
    <message>
        <source>shown</source>
        <translation>正在显示</translation>
    </message>
    <message>
        <source>{who}: {words}, level {level}, messages: {count}</source>
        <translation>{who}：{words}，层级 {level}，消息：{count}</translation>
    </message>
    <message>
        <source>{words} (messages: {count})</source>
        <translation>{words}（消息：{count}）</translation>
    </message>
</context>
<context>
    <name>Bug</name>
    <message>
        <source>Copy report</source>
        <translation>复制报告</translation>
    </message>
    <message>
        <source>Something went wrong inside the app. Your conversations are safe.</source>
        <translation>应用内部出现了问题。你的对话是安全的。</translation>
    </message>
</context>
<context>
    <name>CodePart</name>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>Scroll</source>
        <translation>滚动</translation>
    </message>
    <message>
        <source>Wrap</source>
        <translation>自动换行</translation>
    </message>
    <message>
        <source>code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>{language} – source of a diagram</source>
        <translation>{language}（图表源代码）</translation>
    </message>
</context>
<context>
    <name>Command</name>
    <message>
        <source>About</source>
        <translation>关于</translation>
    </message>
    <message>
        <source>Add a message without sending…</source>
        <translation>添加消息但不发送…</translation>
    </message>
    <message>
        <source>Archive conversation</source>
        <translation>归档对话</translation>
    </message>
    <message>
        <source>Attach files…</source>
        <translation>附加文件…</translation>
    </message>
    <message>
        <source>Backups…</source>
        <translation>备份…</translation>
    </message>
    <message>
        <source>Branches…</source>
        <translation>分支…</translation>
    </message>
    <message>
        <source>Command palette…</source>
        <translation>命令面板…</translation>
    </message>
    <message>
        <source>Conversation list</source>
        <translation>对话列表</translation>
    </message>
    <message>
        <source>Copy request as cURL</source>
        <translation>将请求复制为 cURL</translation>
    </message>
    <message>
        <source>Delete conversation</source>
        <translation>删除对话</translation>
    </message>
    <message>
        <source>Export request as HAR…</source>
        <translation>将请求导出为 HAR…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Find…</source>
        <translation>查找…</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>检查器</translation>
    </message>
    <message>
        <source>Keyboard shortcuts…</source>
        <translation>键盘快捷键…</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>放大文字</translation>
    </message>
    <message>
        <source>New conversation</source>
        <translation>新建对话</translation>
    </message>
    <message>
        <source>New folder…</source>
        <translation>新建文件夹…</translation>
    </message>
    <message>
        <source>Next conversation</source>
        <translation>下一个对话</translation>
    </message>
    <message>
        <source>Normal text</source>
        <translation>标准文字大小</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>Persona</source>
        <translation>角色设定</translation>
    </message>
    <message>
        <source>Pin conversation</source>
        <translation>置顶对话</translation>
    </message>
    <message>
        <source>Previous conversation</source>
        <translation>上一个对话</translation>
    </message>
    <message>
        <source>Prompts and personas…</source>
        <translation>提示词和角色设定…</translation>
    </message>
    <message>
        <source>Quick question…</source>
        <translation>快速提问…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Quote the selection</source>
        <translation>引用所选内容</translation>
    </message>
    <message>
        <source>Regenerate</source>
        <translation>重新生成</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Sampling lens</source>
        <translation>采样透镜</translation>
    </message>
    <message>
        <source>Save this setup as a persona…</source>
        <translation>将此设置保存为角色设定…</translation>
    </message>
    <message>
        <source>Search all messages</source>
        <translation>搜索所有消息</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>设置…</translation>
    </message>
    <message>
        <source>Show the bin</source>
        <translation>显示回收站</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>并排显示</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>缩小文字</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Sweep…</source>
        <translation>参数扫描…</translation>
    </message>
    <message>
        <source>Tools…</source>
        <translation>工具…</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Usage and cost…</source>
        <translation>用量和费用…</translation>
    </message>
    <message>
        <source>Write a message</source>
        <translation>撰写消息</translation>
    </message>
    <message>
        <source>Write a title</source>
        <translation>生成标题</translation>
    </message>
    <message>
        <source>Write titles with this model</source>
        <translation>用此模型生成标题</translation>
    </message>
</context>
<context>
    <name>Comparison</name>
    <message>
        <source>Add a column</source>
        <translation>添加一列</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Keep all</source>
        <translation>全部保留</translation>
    </message>
    <message>
        <source>Keep this answer and delete the others</source>
        <translation>保留此回答并删除其他回答</translation>
    </message>
    <message>
        <source>Remove this column</source>
        <translation>移除此列</translation>
    </message>
    <message>
        <source>Settings of {model}</source>
        <translation>{model} 的设置</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>并排显示</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>The conversation&apos;s settings</source>
        <translation>对话的设置</translation>
    </message>
    <message>
        <source>The other answers were deleted.</source>
        <translation>其他回答已删除。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Write a message below.</source>
        <translation>请在下方输入消息。</translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Write a message</source>
        <translation>输入消息</translation>
    </message>
</context>
<context>
    <name>ConnectionTest</name>
    <message>
        <source>Ask for one token (may cost a little)</source>
        <translation>请求一个 token（可能产生少量费用）</translation>
    </message>
    <message>
        <source>Test connection</source>
        <translation>测试连接</translation>
    </message>
    <message>
        <source>Trust this certificate</source>
        <translation>信任此证书</translation>
    </message>
</context>
<context>
    <name>Content</name>
    <message>
        <source>Save code</source>
        <translation>保存代码</translation>
    </message>
</context>
<context>
    <name>Conversation</name>
    <message>
        <source>The message was deleted.</source>
        <translation>消息已删除。</translation>
    </message>
</context>
<context>
    <name>Desktop</name>
    <message>
        <source>Opening at login could not be changed.</source>
        <translation>无法更改登录时启动的设置。</translation>
    </message>
    <message>
        <source>The answer failed.</source>
        <translation>回答失败。</translation>
    </message>
    <message>
        <source>The answer is ready.</source>
        <translation>回答已就绪。</translation>
    </message>
</context>
<context>
    <name>Dialog</name>
    <message>
        <source>Chat</source>
        <translation>聊天</translation>
    </message>
</context>
<context>
    <name>Editing</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Editing a message. The earlier version stays.</source>
        <translation>正在编辑消息。之前的版本会保留。</translation>
    </message>
    <message>
        <source>Editing without asking the model. The earlier version stays.</source>
        <translation>正在编辑，不会询问模型。之前的版本会保留。</translation>
    </message>
    <message>
        <source>Leave the message as it is (Esc)</source>
        <translation>保持消息不变（Esc）</translation>
    </message>
</context>
<context>
    <name>Editor</name>
    <message>
        <source>Add a text; \n is a line break</source>
        <translation>添加文本；\n 表示换行</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>No valid JSON at line {line}, column {column}.</source>
        <translation>第 {line} 行第 {column} 列不是有效的 JSON。</translation>
    </message>
    <message>
        <source>Remove “{word}”</source>
        <translation>移除“{word}”</translation>
    </message>
    <message>
        <source>Voice</source>
        <translation>语音</translation>
    </message>
    <message>
        <source>on</source>
        <translation>开</translation>
    </message>
</context>
<context>
    <name>Empty</name>
    <message>
        <source>A small language model is built in. It runs on this computer.</source>
        <translation>内置了一个小型语言模型，在这台电脑上运行。</translation>
    </message>
    <message>
        <source>Add an endpoint…</source>
        <translation>添加端点…</translation>
    </message>
    <message>
        <source>Begin with an endpoint</source>
        <translation>从端点开始</translation>
    </message>
    <message>
        <source>Chat without an account</source>
        <translation>无需账号即可聊天</translation>
    </message>
    <message>
        <source>Enter the key</source>
        <translation>输入密钥</translation>
    </message>
    <message>
        <source>It goes into the system&apos;s keyring and nowhere else.</source>
        <translation>密钥只存入系统密钥环，不会保存到其他任何地方。</translation>
    </message>
    <message>
        <source>No offline model is installed. Any server for OpenAI clients will do.</source>
        <translation>未安装离线模型。任何面向 OpenAI 客户端的服务器都可以使用。</translation>
    </message>
    <message>
        <source>Use the offline model</source>
        <translation>使用离线模型</translation>
    </message>
    <message>
        <source>What is on your mind?</source>
        <translation>想聊点什么？</translation>
    </message>
    <message>
        <source>Write a message below.</source>
        <translation>请在下方输入消息。</translation>
    </message>
    <message>
        <source>{name} needs a key</source>
        <translation>{name} 需要密钥</translation>
    </message>
</context>
<context>
    <name>Endpoint</name>
    <message>
        <source>A key has only plain letters, digits and signs, and no spaces.</source>
        <translation>密钥只能包含普通字母、数字和符号，不能有空格。</translation>
    </message>
    <message>
        <source>Custom</source>
        <translation>自定义</translation>
    </message>
    <message>
        <source>Its value is set with the endpoint, in the settings.</source>
        <translation>它的值在设置中的端点处填写。</translation>
    </message>
    <message>
        <source>Leave user and password out of the address.</source>
        <translation>请不要在地址中包含用户名和密码。</translation>
    </message>
    <message>
        <source>Offline model</source>
        <translation>离线模型</translation>
    </message>
    <message>
        <source>The app itself sets “{name}”.</source>
        <translation>“{name}”由应用自行设置。</translation>
    </message>
    <message>
        <source>The header “{name}” has no value.</source>
        <translation>标头“{name}”没有值。</translation>
    </message>
    <message>
        <source>The value of “{name}” has signs that cannot be sent.</source>
        <translation>“{name}”的值含有无法发送的字符。</translation>
    </message>
    <message>
        <source>There is a header “{name}” already.</source>
        <translation>已有标头“{name}”。</translation>
    </message>
    <message>
        <source>There is no environment variable {variable} for “{name}”.</source>
        <translation>“{name}”所用的环境变量 {variable} 不存在。</translation>
    </message>
    <message>
        <source>This is too long for a key (at most {count} signs).</source>
        <translation>对密钥来说太长（最多 {count} 个字符）。</translation>
    </message>
    <message>
        <source>This is too long for the keyring (at most {count} signs).</source>
        <translation>对密钥环来说太长（最多 {count} 个字符）。</translation>
    </message>
    <message>
        <source>Type a key first.</source>
        <translation>请先输入密钥。</translation>
    </message>
    <message>
        <source>Use it for this run only, or name an environment variable: {example}.</source>
        <translation>请仅在本次运行中使用，或指定一个环境变量：{example}。</translation>
    </message>
    <message>
        <source>Write an address such as https://example.com/v1.</source>
        <translation>请输入类似 https://example.com/v1 的地址。</translation>
    </message>
    <message>
        <source>“{name}” in the address has no value.</source>
        <translation>地址中的“{name}”没有值。</translation>
    </message>
    <message>
        <source>“{name}” is no header name.</source>
        <translation>“{name}”不是有效的标头名称。</translation>
    </message>
</context>
<context>
    <name>EndpointForm</name>
    <message>
        <source> s</source>
        <translation> 秒</translation>
    </message>
    <message>
        <source>A key would cross the network unencrypted.</source>
        <translation>密钥将以未加密的方式通过网络传输。</translation>
    </message>
    <message>
        <source>Always</source>
        <translation>始终</translation>
    </message>
    <message>
        <source>Base URL</source>
        <translation>基础 URL</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>证书</translation>
    </message>
    <message>
        <source>Choose file…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>Connecting takes at most</source>
        <translation>连接时限</translation>
    </message>
    <message>
        <source>Connection details</source>
        <translation>连接详细信息</translation>
    </message>
    <message>
        <source>Default model</source>
        <translation>默认模型</translation>
    </message>
    <message>
        <source>Extra headers</source>
        <translation>额外标头</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>忘记</translation>
    </message>
    <message>
        <source>Get list</source>
        <translation>获取列表</translation>
    </message>
    <message>
        <source>Keep in keyring</source>
        <translation>保存到密钥环</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>Key from variable</source>
        <translation>密钥来自环境变量</translation>
    </message>
    <message>
        <source>Key goes into header</source>
        <translation>密钥所在标头</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>从不</translation>
    </message>
    <message>
        <source>Paste a key</source>
        <translation>粘贴密钥</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>代理</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Request fields that new conversations begin with</source>
        <translation>新对话的初始请求字段</translation>
    </message>
    <message>
        <source>Send reasoning back</source>
        <translation>回传推理内容</translation>
    </message>
    <message>
        <source>Sending takes at most</source>
        <translation>发送时限</translation>
    </message>
    <message>
        <source>Take &lt;think&gt; tags as reasoning</source>
        <translation>将 &lt;think&gt; 标签视为推理内容</translation>
    </message>
    <message>
        <source>The first of the list</source>
        <translation>列表中的第一个</translation>
    </message>
    <message>
        <source>This run only</source>
        <translation>仅本次运行</translation>
    </message>
    <message>
        <source>Wait between data</source>
        <translation>数据间隔时限</translation>
    </message>
    <message>
        <source>Wait for the first data</source>
        <translation>首个数据时限</translation>
    </message>
    <message>
        <source>With tool calls</source>
        <translation>有工具调用时</translation>
    </message>
    <message>
        <source>as the system trusts</source>
        <translation>按系统信任设置</translation>
    </message>
    <message>
        <source>own certificate file</source>
        <translation>自有证书文件</translation>
    </message>
    <message>
        <source>pinned: only this one</source>
        <translation>固定：仅此证书</translation>
    </message>
</context>
<context>
    <name>EndpointHeaders</name>
    <message>
        <source>Add a header</source>
        <translation>添加标头</translation>
    </message>
    <message>
        <source>Asking the keyring…</source>
        <translation>正在询问密钥环…</translation>
    </message>
    <message>
        <source>If anybody may read it, switch “Secret” off.</source>
        <translation>如果可以让人看到，请关闭“机密”。</translation>
    </message>
    <message>
        <source>It looks like a secret, so it is always kept in the system keyring.</source>
        <translation>看起来是机密，因此始终保存在系统密钥环中。</translation>
    </message>
    <message>
        <source>Kept in the system keyring, and masked wherever it could be read</source>
        <translation>保存在系统密钥环中，凡可能被看到之处均会遮盖</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Name of the header</source>
        <translation>标头的名称</translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <translation>移除 {name}</translation>
    </message>
    <message>
        <source>Secret</source>
        <translation>机密</translation>
    </message>
    <message>
        <source>Secret values are kept in the system keyring and not shown again. A value can come from an environment variable: ${NAME}.</source>
        <translation>机密值保存在系统密钥环中，不会再次显示。值也可以来自环境变量：${NAME}。</translation>
    </message>
    <message>
        <source>The header “{name}” was not kept. {why}</source>
        <translation>标头“{name}”未能保存。{why}</translation>
    </message>
    <message>
        <source>There is no environment variable {name} now.</source>
        <translation>目前没有环境变量 {name}。</translation>
    </message>
    <message>
        <source>This run only</source>
        <translation>仅本次运行</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Value of {name}</source>
        <translation>{name} 的值</translation>
    </message>
    <message>
        <source>Value, or ${NAME}</source>
        <translation>值，或 ${NAME}</translation>
    </message>
    <message>
        <source>no value: type it again</source>
        <translation>没有值：请重新输入</translation>
    </message>
    <message>
        <source>this header</source>
        <translation>此标头</translation>
    </message>
    <message>
        <source>{name}: secret</source>
        <translation>{name}：机密</translation>
    </message>
    <message>
        <source>“{name}” can be read in the settings, where an earlier version put it. Press Enter in its row to move it to the keyring.</source>
        <translation>“{name}”由旧版本存入设置中，可被读取。在该行按 Enter 键即可移入密钥环。</translation>
    </message>
    <message>
        <source>“{name}” has no value yet.</source>
        <translation>“{name}”还没有值。</translation>
    </message>
    <message>
        <source>“{name}” is kept as it is now, but its old value is still in the system keyring. {why}</source>
        <translation>“{name}”已按现在的内容保存，但旧值仍留在系统密钥环中。{why}</translation>
    </message>
    <message>
        <source>•••••••• for this run only</source>
        <translation>•••••••• 仅本次运行</translation>
    </message>
    <message>
        <source>•••••••• in the system keyring</source>
        <translation>•••••••• 已存入系统密钥环</translation>
    </message>
</context>
<context>
    <name>Engine</name>
    <message>
        <source>Choose a file that ends with .gguf.</source>
        <translation>请选择以 .gguf 结尾的文件。</translation>
    </message>
    <message>
        <source>Choose another file in the settings.</source>
        <translation>请在设置中选择其他文件。</translation>
    </message>
    <message>
        <source>Choose any GGUF file in the settings.</source>
        <translation>请在设置中选择任意 GGUF 文件。</translation>
    </message>
    <message>
        <source>Install the app with its “local” extra: {command}</source>
        <translation>请安装带“local”附加组件的应用：{command}</translation>
    </message>
    <message>
        <source>The built-in model is not installed.</source>
        <translation>未安装内置模型。</translation>
    </message>
    <message>
        <source>The model file cannot be read: {name}</source>
        <translation>无法读取模型文件：{name}</translation>
    </message>
    <message>
        <source>The offline engine is not installed.</source>
        <translation>未安装离线引擎。</translation>
    </message>
    <message>
        <source>The offline model could not be started.</source>
        <translation>无法启动离线模型。</translation>
    </message>
    <message>
        <source>The offline model stopped unexpectedly.</source>
        <translation>离线模型意外停止。</translation>
    </message>
    <message>
        <source>The offline model was stopped before it was ready.</source>
        <translation>离线模型在就绪之前被停止。</translation>
    </message>
    <message>
        <source>Try again, or choose a smaller model in the settings.</source>
        <translation>请重试，或在设置中选择更小的模型。</translation>
    </message>
    <message>
        <source>{name} is no GGUF model file.</source>
        <translation>{name} 不是 GGUF 模型文件。</translation>
    </message>
</context>
<context>
    <name>Events</name>
    <message>
        <source>#</source>
        <translation>#</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Gap</source>
        <translation>间隔</translation>
    </message>
    <message>
        <source>It may have come up to {time} earlier.</source>
        <translation>实际到达可能最多早 {time}。</translation>
    </message>
    <message>
        <source>Read as it came.</source>
        <translation>到达时即读取。</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
</context>
<context>
    <name>Failure</name>
    <message>
        <source>Add one in the settings, or use the offline model.</source>
        <translation>请在设置中添加，或使用离线模型。</translation>
    </message>
    <message>
        <source>An answer is still being written.</source>
        <translation>回答仍在生成中。</translation>
    </message>
    <message>
        <source>Ask again, or choose another model.</source>
        <translation>请再次提问，或选择其他模型。</translation>
    </message>
    <message>
        <source>Cannot connect to {place}.</source>
        <translation>无法连接到 {place}。</translation>
    </message>
    <message>
        <source>Change it in the side panel.</source>
        <translation>请在侧边面板中更改。</translation>
    </message>
    <message>
        <source>Check the address and the network.</source>
        <translation>请检查地址和网络。</translation>
    </message>
    <message>
        <source>Check the base URL in the settings.</source>
        <translation>请在设置中检查基础 URL。</translation>
    </message>
    <message>
        <source>Check the base URL: it often ends with /v1.</source>
        <translation>请检查基础 URL：通常以 /v1 结尾。</translation>
    </message>
    <message>
        <source>Check the endpoint in the settings.</source>
        <translation>请在设置中检查端点。</translation>
    </message>
    <message>
        <source>Check the key in the settings.</source>
        <translation>请在设置中检查密钥。</translation>
    </message>
    <message>
        <source>Check the proxy in the settings.</source>
        <translation>请在设置中检查代理。</translation>
    </message>
    <message>
        <source>Check the spelling of the address and the network.</source>
        <translation>请检查地址拼写和网络。</translation>
    </message>
    <message>
        <source>Choose another model.</source>
        <translation>请选择其他模型。</translation>
    </message>
    <message>
        <source>Choose or type one at the top of the conversation.</source>
        <translation>请在对话顶部选择或输入模型。</translation>
    </message>
    <message>
        <source>Continue it, or ask again.</source>
        <translation>请继续生成，或再次提问。</translation>
    </message>
    <message>
        <source>If that is right, change the base URL.</source>
        <translation>如果无误，请更改基础 URL。</translation>
    </message>
    <message>
        <source>If this is your own server, add its CA file or pin its certificate in the settings.</source>
        <translation>如果这是你自己的服务器，请在设置中添加其 CA 文件或固定其证书。</translation>
    </message>
    <message>
        <source>Is the server running?</source>
        <translation>服务器在运行吗？</translation>
    </message>
    <message>
        <source>No data for {seconds} seconds; the connection was closed.</source>
        <translation>{seconds} 秒内没有收到数据，连接已关闭。</translation>
    </message>
    <message>
        <source>No model is chosen.</source>
        <translation>未选择模型。</translation>
    </message>
    <message>
        <source>Perhaps the address should begin with http://.</source>
        <translation>地址也许应以 http:// 开头。</translation>
    </message>
    <message>
        <source>Something went wrong inside the app.</source>
        <translation>应用内部出现了问题。</translation>
    </message>
    <message>
        <source>The account has no credit left ({status}): {said}</source>
        <translation>账户余额不足（{status}）：{said}</translation>
    </message>
    <message>
        <source>The account&apos;s quota is used up.</source>
        <translation>账户的配额已用完。</translation>
    </message>
    <message>
        <source>The address answered with a web page, not with a chat reply.</source>
        <translation>该地址返回了网页，而不是聊天回复。</translation>
    </message>
    <message>
        <source>The address takes no chat requests (405): {said}</source>
        <translation>该地址不接受聊天请求（405）：{said}</translation>
    </message>
    <message>
        <source>The address, the key or a header cannot be sent: {url}</source>
        <translation>地址、密钥或某个标头无法发送：{url}</translation>
    </message>
    <message>
        <source>The answer broke off: the connection was lost.</source>
        <translation>连接已断开，回答中断。</translation>
    </message>
    <message>
        <source>The answer is incomplete: the server stopped sending.</source>
        <translation>服务器停止发送，回答不完整。</translation>
    </message>
    <message>
        <source>The certificate of {place} is not trusted: {reason}.</source>
        <translation>{place} 的证书不受信任：{reason}。</translation>
    </message>
    <message>
        <source>The conversation is longer than the model can read: begin a new one or delete some of it.</source>
        <translation>对话超出了模型可读取的长度：请新建对话，或删除部分内容。</translation>
    </message>
    <message>
        <source>The conversation is too large for the server (413): {said}</source>
        <translation>对话对服务器来说太大（413）：{said}</translation>
    </message>
    <message>
        <source>The field is “{param}”: change it in the side panel.</source>
        <translation>相关字段是“{param}”：请在侧边面板中更改。</translation>
    </message>
    <message>
        <source>The model wrote no title.</source>
        <translation>模型没有写出标题。</translation>
    </message>
    <message>
        <source>The name {host} was not found.</source>
        <translation>找不到名称 {host}。</translation>
    </message>
    <message>
        <source>The proxy {place} did not let the request through.</source>
        <translation>代理 {place} 未放行该请求。</translation>
    </message>
    <message>
        <source>The reply is too large; the connection was closed.</source>
        <translation>回复过大，连接已关闭。</translation>
    </message>
    <message>
        <source>The request has a number that JSON cannot hold.</source>
        <translation>请求中有 JSON 无法表示的数字。</translation>
    </message>
    <message>
        <source>The server answered with an error ({status}): {said}</source>
        <translation>服务器返回错误（{status}）：{said}</translation>
    </message>
    <message>
        <source>The server asks to wait {seconds} seconds.</source>
        <translation>服务器要求等待 {seconds} 秒。</translation>
    </message>
    <message>
        <source>The server closed the connection without an answer.</source>
        <translation>服务器未作答就关闭了连接。</translation>
    </message>
    <message>
        <source>The server did not accept a field (422): {said}</source>
        <translation>服务器不接受某个字段（422）：{said}</translation>
    </message>
    <message>
        <source>The server did not accept the key (401): {said}</source>
        <translation>服务器不接受该密钥（401）：{said}</translation>
    </message>
    <message>
        <source>The server did not accept the request: {said}</source>
        <translation>服务器不接受该请求：{said}</translation>
    </message>
    <message>
        <source>The server does not know this model (404): {said}</source>
        <translation>服务器不认识此模型（404）：{said}</translation>
    </message>
    <message>
        <source>The server gave up waiting (408): {said}</source>
        <translation>服务器等待超时（408）：{said}</translation>
    </message>
    <message>
        <source>The server is asked too often just now (429): {said}</source>
        <translation>当前对服务器的请求过于频繁（429）：{said}</translation>
    </message>
    <message>
        <source>The server is busy with the same thing (409): {said}</source>
        <translation>服务器正忙于同一项工作（409）：{said}</translation>
    </message>
    <message>
        <source>The server is not ready (503): {said}</source>
        <translation>服务器尚未就绪（503）：{said}</translation>
    </message>
    <message>
        <source>The server is overloaded (529): {said}</source>
        <translation>服务器过载（529）：{said}</translation>
    </message>
    <message>
        <source>The server refused access (403): {said}</source>
        <translation>服务器拒绝访问（403）：{said}</translation>
    </message>
    <message>
        <source>The server reported an error: {said}</source>
        <translation>服务器报告错误：{said}</translation>
    </message>
    <message>
        <source>The server sent its reply compressed ({name}), unasked.</source>
        <translation>服务器擅自发送了压缩的回复（{name}）。</translation>
    </message>
    <message>
        <source>The server&apos;s reply could not be understood.</source>
        <translation>无法理解服务器的回复。</translation>
    </message>
    <message>
        <source>The server&apos;s reply is empty.</source>
        <translation>服务器的回复为空。</translation>
    </message>
    <message>
        <source>There is no endpoint to send to.</source>
        <translation>没有可发送的端点。</translation>
    </message>
    <message>
        <source>There is nothing at {path} on this server (404).</source>
        <translation>此服务器的 {path} 处没有内容（404）。</translation>
    </message>
    <message>
        <source>This model seems to take no pictures or sounds. They stay in the chat here.</source>
        <translation>此模型似乎不接受图片或音频。它们仍保留在此聊天中。</translation>
    </message>
    <message>
        <source>Turn compression off in the server, or in the proxy before it.</source>
        <translation>请在服务器或其前面的代理中关闭压缩。</translation>
    </message>
    <message>
        <source>Wait a little and try again.</source>
        <translation>请稍等片刻再试。</translation>
    </message>
    <message>
        <source>Wait for it, or stop it.</source>
        <translation>请等待其完成，或将其停止。</translation>
    </message>
    <message>
        <source>What had arrived is kept.</source>
        <translation>已收到的内容会保留。</translation>
    </message>
    <message>
        <source>no reason given</source>
        <translation>未说明原因</translation>
    </message>
    <message>
        <source>{place} did not answer in time.</source>
        <translation>{place} 未及时响应。</translation>
    </message>
    <message>
        <source>{place} does not speak TLS.</source>
        <translation>{place} 不支持 TLS。</translation>
    </message>
    <message>
        <source>{place} redirects to {target}; nothing was sent there.</source>
        <translation>{place} 重定向到 {target}；未向那里发送任何内容。</translation>
    </message>
    <message>
        <source>“{field}” cannot be sent: {problem}</source>
        <translation>“{field}”无法发送：{problem}</translation>
    </message>
</context>
<context>
    <name>File</name>
    <message>
        <source>{name} cannot be read as text.</source>
        <translation>无法将 {name} 作为文本读取。</translation>
    </message>
    <message>
        <source>{name} cannot be written.</source>
        <translation>无法写入 {name}。</translation>
    </message>
    <message>
        <source>{name} is too large.</source>
        <translation>{name} 太大。</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Close (Esc)</source>
        <translation>关闭（Esc）</translation>
    </message>
    <message>
        <source>Find in conversation</source>
        <translation>在对话中查找</translation>
    </message>
    <message>
        <source>Next (Enter)</source>
        <translation>下一个（Enter）</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>未找到</translation>
    </message>
    <message>
        <source>Previous (Shift+Enter)</source>
        <translation>上一个（Shift+Enter）</translation>
    </message>
    <message>
        <source>{number} / {count}</source>
        <translation>{number} / {count}</translation>
    </message>
</context>
<context>
    <name>Guide</name>
    <message>
        <source>Add an endpoint</source>
        <translation>添加端点</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>提问</translation>
    </message>
    <message>
        <source>Every request field has a switch. The lens shows what temperature and Top P do.</source>
        <translation>每个请求字段都有开关。透镜会显示温度和 Top P 的作用。</translation>
    </message>
    <message>
        <source>Hide the guide</source>
        <translation>隐藏指引</translation>
    </message>
    <message>
        <source>Look inside</source>
        <translation>查看内部</translation>
    </message>
    <message>
        <source>Open the inspector</source>
        <translation>打开检查器</translation>
    </message>
    <message>
        <source>Open the lens</source>
        <translation>打开透镜</translation>
    </message>
    <message>
        <source>The inspector shows each request, event and tool call as it went over the wire.</source>
        <translation>检查器按实际传输的样子显示每个请求、事件和工具调用。</translation>
    </message>
    <message>
        <source>Tune</source>
        <translation>调节</translation>
    </message>
    <message>
        <source>Write below and press Enter. Other models come from endpoints in the settings.</source>
        <translation>在下方输入并按 Enter。其他模型来自设置中的端点。</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>A number</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>A voice and a format.</source>
        <translation>语音和格式。</translation>
    </message>
    <message>
        <source>A whole number</source>
        <translation>整数</translation>
    </message>
    <message>
        <source>Any of: {choices}.</source>
        <translation>以下任意几项：{choices}。</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Commands and their keys</source>
        <translation>命令及其按键</translation>
    </message>
    <message>
        <source>Conversations are in one database file on this computer; Help, About names its folder. A backup is made every day.</source>
        <translation>对话保存在这台电脑上的一个数据库文件中；“帮助”中的“关于”会显示其文件夹。每天都会备份。</translation>
    </message>
    <message>
        <source>Ctrl+K lists every command; Keyboard shortcuts changes the keys.</source>
        <translation>Ctrl+K 列出所有命令；“键盘快捷键”可更改按键。</translation>
    </message>
    <message>
        <source>Every answer can be made again, edited or continued: the versions stand side by side, with arrows below the message, and nothing is overwritten.</source>
        <translation>每个回答都可以重新生成、编辑或续写：各版本并列存在，用消息下方的箭头切换，不会覆盖任何内容。</translation>
    </message>
    <message>
        <source>Find on this page</source>
        <translation>在此页面中查找</translation>
    </message>
    <message>
        <source>First steps</source>
        <translation>入门</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>JSON.</source>
        <translation>JSON。</translation>
    </message>
    <message>
        <source>Keys, secret headers and a proxy&apos;s password go into the system&apos;s keyring and nowhere else: not into the database, not into logs, not into exports. Nothing is sent anywhere but to the endpoints you set up.</source>
        <translation>密钥、机密标头和代理密码只存入系统密钥环，不会写入数据库、日志或导出文件。除了你设置的端点，不会向任何地方发送内容。</translation>
    </message>
    <message>
        <source>On or off.</source>
        <translation>开或关。</translation>
    </message>
    <message>
        <source>One of: {choices}, or any other text.</source>
        <translation>以下之一或任何其他文本：{choices}。</translation>
    </message>
    <message>
        <source>One of: {choices}.</source>
        <translation>以下之一：{choices}。</translation>
    </message>
    <message>
        <source>Only sent together with {field}.</source>
        <translation>仅与 {field} 一起发送。</translation>
    </message>
    <message>
        <source>Request fields</source>
        <translation>请求字段</translation>
    </message>
    <message>
        <source>Safety</source>
        <translation>安全</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Text.</source>
        <translation>文本。</translation>
    </message>
    <message>
        <source>The panel on the right holds every field of the request. A field is sent only when its switch is on; Request preview shows the exact JSON.</source>
        <translation>右侧面板包含请求的所有字段。只有打开开关的字段才会发送；请求预览显示确切的 JSON。</translation>
    </message>
    <message>
        <source>The sampling lens shows the candidates of every token with their probabilities, and what the sliders do to them. The inspector shows requests, events and tool calls as they went over the wire.</source>
        <translation>采样透镜显示每个 token 的候选及其概率，以及滑块对它们的影响。检查器按实际传输的样子显示请求、事件和工具调用。</translation>
    </message>
    <message>
        <source>Up to {count} texts.</source>
        <translation>最多 {count} 个文本。</translation>
    </message>
    <message>
        <source>Usual default: {value}.</source>
        <translation>通常的默认值：{value}。</translation>
    </message>
    <message>
        <source>What models and tools write is never run or fetched by itself: pictures are loaded when you click them, links open after you have seen their true target, and every tool call waits for your decision.</source>
        <translation>模型和工具写出的内容不会自行运行或加载：图片在你点击后才加载，链接在你看到真实目标后才打开，每次工具调用都等待你的决定。</translation>
    </message>
    <message>
        <source>Where everything is kept</source>
        <translation>数据存放位置</translation>
    </message>
    <message>
        <source>Write a message and press Enter. Without an account the built-in offline model answers; it is small and runs on this computer. Add endpoints in the settings: any server that speaks the OpenAI chat API, in the cloud or your own.</source>
        <translation>输入消息并按 Enter。没有账号时由内置的离线模型回答；它很小，在这台电脑上运行。可在设置中添加端点：任何支持 OpenAI 聊天 API 的服务器，无论在云端还是自建。</translation>
    </message>
    <message>
        <source>{kind} from {low} to {high}.</source>
        <translation>{kind}，从 {low} 到 {high}。</translation>
    </message>
    <message>
        <source>{kind} from {low} up.</source>
        <translation>{kind}，不小于 {low}。</translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message>
        <source>A request is a JSON object.</source>
        <translation>请求应为 JSON 对象。</translation>
    </message>
    <message>
        <source>Arguments</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>Arguments of {tool}, {place}</source>
        <translation>{tool} 的参数，{place}</translation>
    </message>
    <message>
        <source>Arriving…</source>
        <translation>正在接收…</translation>
    </message>
    <message>
        <source>Body of the reply</source>
        <translation>回复正文</translation>
    </message>
    <message>
        <source>Body of the request</source>
        <translation>请求正文</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>调用</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>调用</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>正在检查…</translation>
    </message>
    <message>
        <source>Choose a request to look into it.</source>
        <translation>选择一个请求以查看其内容。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Copied. The key is read from the variable API_KEY.</source>
        <translation>已复制。密钥从变量 API_KEY 读取。</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy as</source>
        <translation>复制为</translation>
    </message>
    <message>
        <source>Copy as Python (httpx)</source>
        <translation>复制为 Python（httpx）</translation>
    </message>
    <message>
        <source>Copy as Python (openai SDK)</source>
        <translation>复制为 Python（openai SDK）</translation>
    </message>
    <message>
        <source>Copy as raw HTTP</source>
        <translation>复制为原始 HTTP</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Delete all recorded requests and replies?</source>
        <translation>要删除所有记录的请求和回复吗？</translation>
    </message>
    <message>
        <source>Delete everything recorded…</source>
        <translation>删除所有记录…</translation>
    </message>
    <message>
        <source>Deleted what was recorded: {count}.</source>
        <translation>已删除记录：{count} 项。</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详细信息</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>Each request appears here as soon as it is sent.</source>
        <translation>请求一经发送便会显示在这里。</translation>
    </message>
    <message>
        <source>Edit and run again</source>
        <translation>编辑并重新运行</translation>
    </message>
    <message>
        <source>Edit and run again from here…</source>
        <translation>编辑并从此处重新运行…</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Events that contain…</source>
        <translation>筛选包含文字的事件…</translation>
    </message>
    <message>
        <source>Everything recorded</source>
        <translation>所有记录</translation>
    </message>
    <message>
        <source>Exactly this is sent; the answer becomes a new version.</source>
        <translation>将原样发送此内容；回答成为新版本。</translation>
    </message>
    <message>
        <source>Export all that are listed as HAR…</source>
        <translation>将列出的全部导出为 HAR…</translation>
    </message>
    <message>
        <source>Export everything known (JSON)…</source>
        <translation>导出所有已知信息（JSON）…</translation>
    </message>
    <message>
        <source>Export requests</source>
        <translation>导出请求</translation>
    </message>
    <message>
        <source>Exported to {name}. Requests: {count}.</source>
        <translation>已导出到 {name}。请求：{count}。</translation>
    </message>
    <message>
        <source>Fields beyond the standard: {fields}</source>
        <translation>标准之外的字段：{fields}</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Find: status:429  tool:get_weather  duration:&gt;2s  words</source>
        <translation>查找：status:429  tool:get_weather  duration:&gt;2s  文字</translation>
    </message>
    <message>
        <source>Fits the schema so far.</source>
        <translation>目前符合架构。</translation>
    </message>
    <message>
        <source>Fits the schema.</source>
        <translation>符合架构。</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>标头</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>检查器</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Nearly the whole height</source>
        <translation>几乎全部高度</translation>
    </message>
    <message>
        <source>No difference.</source>
        <translation>没有差异。</translation>
    </message>
    <message>
        <source>No reply</source>
        <translation>无回复</translation>
    </message>
    <message>
        <source>No request was recorded here.</source>
        <translation>此处没有记录的请求。</translation>
    </message>
    <message>
        <source>No schema to check against.</source>
        <translation>没有可供检查的架构。</translation>
    </message>
    <message>
        <source>Nothing has come yet.</source>
        <translation>还没有收到任何内容。</translation>
    </message>
    <message>
        <source>Nothing was found.</source>
        <translation>没有找到任何内容。</translation>
    </message>
    <message>
        <source>Nothing was recorded of this message.</source>
        <translation>没有这条消息的记录。</translation>
    </message>
    <message>
        <source>Open the conversation of this request first.</source>
        <translation>请先打开此请求所属的对话。</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Pretty</source>
        <translation>格式化</translation>
    </message>
    <message>
        <source>Raw</source>
        <translation>原始</translation>
    </message>
    <message>
        <source>Reasoning</source>
        <translation>推理</translation>
    </message>
    <message>
        <source>Reasoning, {place}</source>
        <translation>推理，{place}</translation>
    </message>
    <message>
        <source>Recording is off. It can be turned on in the settings.</source>
        <translation>记录已关闭，可在设置中打开。</translation>
    </message>
    <message>
        <source>Replay</source>
        <translation>重放</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>回复</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Resend unchanged and compare</source>
        <translation>原样重新发送并比较</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>Send as a new branch</source>
        <translation>作为新分支发送</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Show the event that brought this</source>
        <translation>显示带来此内容的事件</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>Step back</source>
        <translation>后退一步</translation>
    </message>
    <message>
        <source>Step forward</source>
        <translation>前进一步</translation>
    </message>
    <message>
        <source>Stopped by you</source>
        <translation>已由你停止</translation>
    </message>
    <message>
        <source>Structured</source>
        <translation>结构化内容</translation>
    </message>
    <message>
        <source>Structured answer</source>
        <translation>结构化回答</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Text, {place}</source>
        <translation>文本，{place}</translation>
    </message>
    <message>
        <source>The body of the reply is compressed, and was not read.</source>
        <translation>回复正文已压缩，未读取。</translation>
    </message>
    <message>
        <source>The body of the reply is empty.</source>
        <translation>回复的正文为空。</translation>
    </message>
    <message>
        <source>The body was dropped to keep to the disk budget.</source>
        <translation>为遵守磁盘限额，正文已被丢弃。</translation>
    </message>
    <message>
        <source>The request has no body.</source>
        <translation>该请求没有正文。</translation>
    </message>
    <message>
        <source>The request offered no tool of this name.</source>
        <translation>请求中没有提供此名称的工具。</translation>
    </message>
    <message>
        <source>The server counted {count} tokens for this reply.</source>
        <translation>服务器统计此回复为 {count} 个 token。</translation>
    </message>
    <message>
        <source>The server never named the tool of this call.</source>
        <translation>服务器始终没有给出此调用的工具名称。</translation>
    </message>
    <message>
        <source>The server says here what went wrong.</source>
        <translation>服务器在此说明出了什么问题。</translation>
    </message>
    <message>
        <source>The server sent nothing.</source>
        <translation>服务器没有发送任何内容。</translation>
    </message>
    <message>
        <source>The stream ended within this event.</source>
        <translation>流在此事件中途结束。</translation>
    </message>
    <message>
        <source>There is no earlier request to compare.</source>
        <translation>没有可比较的先前请求。</translation>
    </message>
    <message>
        <source>This conversation</source>
        <translation>此对话</translation>
    </message>
    <message>
        <source>This is no JSON object: it was passed over.</source>
        <translation>这不是 JSON 对象：已跳过。</translation>
    </message>
    <message>
        <source>This picture cannot be shown.</source>
        <translation>无法显示此图片。</translation>
    </message>
    <message>
        <source>This reply was no stream.</source>
        <translation>此回复不是流。</translation>
    </message>
    <message>
        <source>This request cannot be sent again.</source>
        <translation>此请求无法再次发送。</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>时间线</translation>
    </message>
    <message>
        <source>Tokens are an estimate: servers count only whole replies.</source>
        <translation>token 数为估计值：服务器只统计整个回复。</translation>
    </message>
    <message>
        <source>Tree</source>
        <translation>树</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>With</source>
        <translation>比较对象</translation>
    </message>
    <message>
        <source>Your conversations stay. This cannot be undone.</source>
        <translation>你的对话会保留。此操作无法撤销。</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>还有 {count} 项</translation>
    </message>
    <message>
        <source>begun</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>characters {first}–{last}</source>
        <translation>第 {first}–{last} 个字符</translation>
    </message>
    <message>
        <source>ended after {time}</source>
        <translation>{time} 后结束</translation>
    </message>
    <message>
        <source>first byte after {time}</source>
        <translation>{time} 后收到首字节</translation>
    </message>
    <message>
        <source>events passed over, because they are no JSON: {count}</source>
        <translation>因不是 JSON 而跳过的事件：{count}</translation>
    </message>
    <message>
        <source>Choose an event.</source>
        <translation>请选择一个事件。</translation>
    </message>
    <message>
        <source>through {proxy}</source>
        <translation>经由 {proxy}</translation>
    </message>
    <message>
        <source>times to within {time}</source>
        <translation>时间精度：{time}</translation>
    </message>
    <message>
        <source>{shown} of {total}</source>
        <translation>{shown} / {total}</translation>
    </message>
</context>
<context>
    <name>JsonTree</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>first {count}</source>
        <translation>前 {count} 个</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
</context>
<context>
    <name>Keyring</name>
    <message>
        <source>Perhaps it asks for its password. You can use a key for this run only.</source>
        <translation>它可能正在要求输入密码。你也可以仅在本次运行中使用密钥。</translation>
    </message>
    <message>
        <source>The system keyring did not keep the key.</source>
        <translation>系统密钥环未能保存密钥。</translation>
    </message>
    <message>
        <source>The system keyring is locked.</source>
        <translation>系统密钥环已锁定。</translation>
    </message>
    <message>
        <source>The system keyring reported an error.</source>
        <translation>系统密钥环报告了错误。</translation>
    </message>
    <message>
        <source>This system has no keyring that can be used.</source>
        <translation>此系统没有可用的密钥环。</translation>
    </message>
    <message>
        <source>Unlock it and try again, or use the key for this run only.</source>
        <translation>请解锁后重试，或仅在本次运行中使用密钥。</translation>
    </message>
    <message>
        <source>Use the key for this run only instead.</source>
        <translation>请改为仅在本次运行中使用密钥。</translation>
    </message>
    <message>
        <source>Use the key for this run only, or name an environment variable that holds it.</source>
        <translation>请仅在本次运行中使用密钥，或指定存有密钥的环境变量。</translation>
    </message>
    <message>
        <source>Waiting for the system keyring.</source>
        <translation>正在等待系统密钥环。</translation>
    </message>
</context>
<context>
    <name>Lens</name>
    <message>
        <source>(end)</source>
        <translation>（结束）</translation>
    </message>
    <message>
        <source>0 %</source>
        <translation>0 %</translation>
    </message>
    <message>
        <source>100 % sure</source>
        <translation>100 % 确定</translation>
    </message>
    <message>
        <source>20 equal choices</source>
        <translation>20 个均等选项</translation>
    </message>
    <message>
        <source>20th or later</source>
        <translation>第 20 名或更后</translation>
    </message>
    <message>
        <source>All tokens as CSV</source>
        <translation>所有 token 导出为 CSV</translation>
    </message>
    <message>
        <source>Asking twice for one token…</source>
        <translation>正在请求两次单个 token…</translation>
    </message>
    <message>
        <source>Asks for one token twice, at two temperatures, and compares the probabilities.</source>
        <translation>以两个温度各请求一个 token，并比较其概率。</translation>
    </message>
    <message>
        <source>Bar: it had a chance of {share}. The rarer, the higher.</source>
        <translation>柱：它的概率为 {share}。越少见，柱越高。</translation>
    </message>
    <message>
        <source>Candidates</source>
        <translation>候选</translation>
    </message>
    <message>
        <source>Chosen token</source>
        <translation>所选 token</translation>
    </message>
    <message>
        <source>Click another token to ask again with this beginning. This endpoint cannot continue an answer, so the model may begin otherwise. This one stays.</source>
        <translation>点击其他 token，即以此开头重新提问。此端点无法续写回答，因此模型可能以别的方式开头。当前回答会保留。</translation>
    </message>
    <message>
        <source>Colours from {low} to {high}</source>
        <translation>从{low}到{high}的颜色</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Find out</source>
        <translation>查明</translation>
    </message>
    <message>
        <source>Frequency</source>
        <translation>频率</translation>
    </message>
    <message>
        <source>Here only one token is left: it is certain to come.</source>
        <translation>这里只剩一个 token：必定出现。</translation>
    </message>
    <message>
        <source>Here {count} tokens are left.</source>
        <translation>这里剩下 {count} 个 token。</translation>
    </message>
    <message>
        <source>Line: the model hesitated as between {count} equal choices.</source>
        <translation>线：模型的犹豫相当于在 {count} 个同等可能的选项之间。</translation>
    </message>
    <message>
        <source>Measured: this endpoint reports odds after its temperature. The lens takes them back to the model&apos;s own.</source>
        <translation>已测量：此端点报告应用温度之后的概率。透镜将其还原为模型自身的概率。</translation>
    </message>
    <message>
        <source>Measured: this endpoint reports the model&apos;s own odds, before sampling.</source>
        <translation>已测量：此端点报告采样之前模型自身的概率。</translation>
    </message>
    <message>
        <source>Measured: what this endpoint reports is neither the model&apos;s own odds nor those after its temperature. Take the numbers with care.</source>
        <translation>已测量：此端点报告的既不是模型自身的概率，也不是应用温度之后的概率。请谨慎看待这些数字。</translation>
    </message>
    <message>
        <source>Min P</source>
        <translation>Min P</translation>
    </message>
    <message>
        <source>More samplers</source>
        <translation>更多采样器</translation>
    </message>
    <message>
        <source>Next token</source>
        <translation>下一个 token</translation>
    </message>
    <message>
        <source>Next uncertain token</source>
        <translation>下一个不确定的 token</translation>
    </message>
    <message>
        <source>Not known: whether this endpoint reports odds before or after sampling. The lens takes them for the model&apos;s own.</source>
        <translation>未知：此端点报告的概率是采样前还是采样后。透镜将其视为模型自身的概率。</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Of its tokens: {impossible} · {certain}.</source>
        <translation>其中的 token：{impossible} · {certain}。</translation>
    </message>
    <message>
        <source>Picture of this place</source>
        <translation>此处的图片</translation>
    </message>
    <message>
        <source>Presence</source>
        <translation>存在</translation>
    </message>
    <message>
        <source>Previous token</source>
        <translation>上一个 token</translation>
    </message>
    <message>
        <source>Previous uncertain token</source>
        <translation>上一个不确定的 token</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>概率</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>排名</translation>
    </message>
    <message>
        <source>Sampling lens</source>
        <translation>采样透镜</translation>
    </message>
    <message>
        <source>Servers of this kind report the model&apos;s own odds, before sampling, as they document. It has not been measured here.</source>
        <translation>据文档，此类服务器报告采样之前模型自身的概率。此处尚未测量。</translation>
    </message>
    <message>
        <source>Show probabilities</source>
        <translation>显示概率</translation>
    </message>
    <message>
        <source>Surprise along the answer</source>
        <translation>沿回答的意外度</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>温度</translation>
    </message>
    <message>
        <source>Temperature 0 always takes the likeliest token: here that is “{token}”.</source>
        <translation>温度 0 始终选取概率最高的 token：此处为“{token}”。</translation>
    </message>
    <message>
        <source>A model writes one token at a time: a word, or a part of one. It gives every token a probability and draws one by lot. Switch this on and send a message: you will see what could have been drawn, and what the sliders do to the odds.</source>
        <translation>模型一次写一个 token：一个词，或词的一部分。它给每个 token 一个概率，然后像抽签一样抽出一个。打开此开关并发送消息，就能看到本来还可能抽到什么，以及滑块如何改变概率。</translation>
    </message>
    <message>
        <source>Asked again with these settings, the model would write the same for about {count} of {all} tokens.</source>
        <translation>用这些设置再问一次，模型大约会有 {count} 个 token 写得相同（共 {all} 个）。</translation>
    </message>
    <message>
        <source>Click another token, and the answer goes on from there in a branch of its own.</source>
        <translation>点击另一个 token，回答会从那里在新的分支中继续。</translation>
    </message>
    <message>
        <source>Doubt</source>
        <translation>不确定度</translation>
    </message>
    <message>
        <source>Entropy: {value} nats</source>
        <translation>熵：{value} 奈特</translation>
    </message>
    <message>
        <source>Min P {value} cuts off those less likely than {share} of the likeliest.</source>
        <translation>Min P {value} 去掉概率低于最可能者 {share} 的 token。</translation>
    </message>
    <message>
        <source>Nothing else can come.</source>
        <translation>不会出现其他 token。</translation>
    </message>
    <message>
        <source>Temperature 1 leaves the odds as the model has them.</source>
        <translation>温度 1 保持模型本来的概率。</translation>
    </message>
    <message>
        <source>Temperature {value} gives unlikely tokens a better chance.</source>
        <translation>温度 {value} 让低概率的 token 更有机会。</translation>
    </message>
    <message>
        <source>Temperature {value} makes likely tokens likelier still.</source>
        <translation>温度 {value} 让高概率的 token 更容易出现。</translation>
    </message>
    <message>
        <source>The endpoint sent no probabilities, although they were asked for.</source>
        <translation>虽已请求概率，但端点没有发送。</translation>
    </message>
    <message>
        <source>The endpoint&apos;s answers did not tell.</source>
        <translation>从端点的回答中无法判断。</translation>
    </message>
    <message>
        <source>The next answer brings its probabilities.</source>
        <translation>下一个回答会带上概率。</translation>
    </message>
    <message>
        <source>This answer came without probabilities; the next one brings them.</source>
        <translation>此回答没有概率；下一个回答会带上。</translation>
    </message>
    <message>
        <source>This place as JSON</source>
        <translation>此处导出为 JSON</translation>
    </message>
    <message>
        <source>Tint the answer by</source>
        <translation>回答着色依据</translation>
    </message>
    <message>
        <source>Token {number} of {count}</source>
        <translation>第 {number} 个 token，共 {count} 个</translation>
    </message>
    <message>
        <source>Token {number}: {token}</source>
        <translation>第 {number} 个 token：{token}</translation>
    </message>
    <message>
        <source>Top K</source>
        <translation>Top K</translation>
    </message>
    <message>
        <source>Top K keeps the {count} likeliest.</source>
        <translation>Top K 只保留最可能的 {count} 个。</translation>
    </message>
    <message>
        <source>Top P</source>
        <translation>Top P</translation>
    </message>
    <message>
        <source>Top P 1 cuts nothing off: every token can come, however unlikely.</source>
        <translation>Top P 1 不去掉任何 token：再不可能的 token 也可能出现。</translation>
    </message>
    <message>
        <source>Top P {value} keeps the likeliest tokens that together reach {share}, and cuts off the rest.</source>
        <translation>Top P {value} 保留合计达到 {share} 的最可能 token，其余去掉。</translation>
    </message>
    <message>
        <source>What if</source>
        <translation>假如</translation>
    </message>
    <message>
        <source>With all settings “{token}” goes from {before} to {after}.</source>
        <translation>应用所有设置后，“{token}”从 {before} 变为 {after}。</translation>
    </message>
    <message>
        <source>all could have come</source>
        <translation>全部都可能出现</translation>
    </message>
    <message>
        <source>all others together</source>
        <translation>其余合计</translation>
    </message>
    <message>
        <source>cannot come</source>
        <translation>不会出现</translation>
    </message>
    <message>
        <source>chance of the one that came</source>
        <translation>实际出现者的概率</translation>
    </message>
    <message>
        <source>{count} could not have come, first token {first}</source>
        <translation>{count} 个不可能出现，最早是第 {first} 个</translation>
    </message>
    <message>
        <source>{count} were certain</source>
        <translation>{count} 个必然出现</translation>
    </message>
    <message>
        <source>cut off: never picked</source>
        <translation>已截去：不会被选中</translation>
    </message>
    <message>
        <source>doubt</source>
        <translation>不确定度</translation>
    </message>
    <message>
        <source>equal choices: how unsure it is</source>
        <translation>个均等选项：它有多犹豫</translation>
    </message>
    <message>
        <source>impossible</source>
        <translation>不可能</translation>
    </message>
    <message>
        <source>likeliest</source>
        <translation>概率最高</translation>
    </message>
    <message>
        <source>model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>no doubt</source>
        <translation>毫无疑问</translation>
    </message>
    <message>
        <source>now</source>
        <translation>当前</translation>
    </message>
    <message>
        <source>surprise</source>
        <translation>意外度</translation>
    </message>
    <message>
        <source>this one came</source>
        <translation>实际出现的是这个</translation>
    </message>
    <message>
        <source>tokens can come</source>
        <translation>可能出现的 token 数</translation>
    </message>
    <message>
        <source>tokens not listed: {share}</source>
        <translation>未列出的 token：{share}</translation>
    </message>
    <message>
        <source>{token}: {before}, with your settings {after}</source>
        <translation>{token}：{before}，按你的设置为 {after}</translation>
    </message>
</context>
<context>
    <name>Links</name>
    <message>
        <source>Careful: the link&apos;s text reads “{text}”.</source>
        <translation>请注意：链接文字显示为“{text}”。</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>复制地址</translation>
    </message>
    <message>
        <source>Only web pages and mail addresses are opened.</source>
        <translation>只会打开网页和邮件地址。</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Open {host} in the browser?</source>
        <translation>要在浏览器中打开 {host} 吗？</translation>
    </message>
    <message>
        <source>This link leads to no web page.</source>
        <translation>此链接不指向网页。</translation>
    </message>
    <message>
        <source>Write a mail to {address}?</source>
        <translation>要给 {address} 写邮件吗?</translation>
    </message>
</context>
<context>
    <name>Measure</name>
    <message>
        <source>Agreement with the reference</source>
        <translation>与参考的一致程度</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>费用</translation>
    </message>
    <message>
        <source>Different word pairs</source>
        <translation>不同词对</translation>
    </message>
    <message>
        <source>Different words</source>
        <translation>不同词</translation>
    </message>
    <message>
        <source>Fits the schema</source>
        <translation>符合架构</translation>
    </message>
    <message>
        <source>How alike the answers are to those of the reference cell.</source>
        <translation>与参考单元格的回答有多相似。</translation>
    </message>
    <message>
        <source>How alike the answers of one cell are: 1 is the same.</source>
        <translation>同一单元格的各回答有多相似：1 表示相同。</translation>
    </message>
    <message>
        <source>How unlikely the model found its own tokens, on average.</source>
        <translation>模型平均认为自己的 token 有多不可能。</translation>
    </message>
    <message>
        <source>Length in tokens</source>
        <translation>长度（token）</translation>
    </message>
    <message>
        <source>Length in words</source>
        <translation>长度（词）</translation>
    </message>
    <message>
        <source>Mean surprisal (nats)</source>
        <translation>平均意外度（奈特）</translation>
    </message>
    <message>
        <source>Similarity of repeats</source>
        <translation>重复回答的相似度</translation>
    </message>
    <message>
        <source>The mean number of tokens, as the endpoint counts them.</source>
        <translation>按端点计数的 token 平均数。</translation>
    </message>
    <message>
        <source>The mean number of words of an answer.</source>
        <translation>一个回答的平均词数。</translation>
    </message>
    <message>
        <source>The median over the cell&apos;s answers.</source>
        <translation>该单元格各回答的中位数。</translation>
    </message>
    <message>
        <source>The share of answers that fit the JSON Schema asked for.</source>
        <translation>符合所要求 JSON Schema 的回答所占比例。</translation>
    </message>
    <message>
        <source>The share of different word pairs among all (distinct-2).</source>
        <translation>所有词对中不同者的比例（distinct-2）。</translation>
    </message>
    <message>
        <source>The share of different words among all (distinct-1).</source>
        <translation>所有词中不同者的比例（distinct-1）。</translation>
    </message>
    <message>
        <source>Time to first token (s)</source>
        <translation>首个 token 用时（秒）</translation>
    </message>
    <message>
        <source>Tokens per second</source>
        <translation>每秒 token 数</translation>
    </message>
    <message>
        <source>What the cell&apos;s answers cost, by the prices you entered.</source>
        <translation>按你输入的价格计算的该单元格回答费用。</translation>
    </message>
</context>
<context>
    <name>Menu</name>
    <message>
        <source>&amp;Conversation</source>
        <translation>对话(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
</context>
<context>
    <name>Message</name>
    <message>
        <source>Asks for the tool</source>
        <translation>请求使用工具</translation>
    </message>
    <message>
        <source>Assistant</source>
        <translation>助手</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation>选择模型</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>复制详细信息</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Developer</source>
        <translation>开发者</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Enter a key</source>
        <translation>输入密钥</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>指纹</translation>
    </message>
    <message>
        <source>Finish reason</source>
        <translation>结束原因</translation>
    </message>
    <message>
        <source>Function result</source>
        <translation>函数结果</translation>
    </message>
    <message>
        <source>Inspect</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Answer {number} of {count}</source>
        <translation>回答 {number} / {count}</translation>
    </message>
    <message>
        <source>Answers the call</source>
        <translation>所答复的调用</translation>
    </message>
    <message>
        <source>Cost: {cost}</source>
        <translation>费用：{cost}</translation>
    </message>
    <message>
        <source>Hide agreement</source>
        <translation>隐藏一致程度</translation>
    </message>
    <message>
        <source>Kept by the server until</source>
        <translation>服务器保留至</translation>
    </message>
    <message>
        <source>Kind of reply</source>
        <translation>回复类型</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>创建时间</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Open settings</source>
        <translation>打开设置</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Quote</source>
        <translation>引用</translation>
    </message>
    <message>
        <source>Regenerate</source>
        <translation>重新生成</translation>
    </message>
    <message>
        <source>Rendered</source>
        <translation>渲染后</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>回复</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Save the sound…</source>
        <translation>保存音频…</translation>
    </message>
    <message>
        <source>Send without pictures and sounds</source>
        <translation>不带图片和音频发送</translation>
    </message>
    <message>
        <source>Send without {field}</source>
        <translation>不带 {field} 发送</translation>
    </message>
    <message>
        <source>Service tier</source>
        <translation>服务层级</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Show agreement</source>
        <translation>显示一致程度</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>音频</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>源文本</translation>
    </message>
    <message>
        <source>Source: {page}</source>
        <translation>来源：{page}</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>已停止。</translation>
    </message>
    <message>
        <source>System</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>The answer ended for the reason “{reason}”.</source>
        <translation>回答因“{reason}”而结束。</translation>
    </message>
    <message>
        <source>The answer was cut off at the token limit.</source>
        <translation>回答因达到 token 上限而被截断。</translation>
    </message>
    <message>
        <source>The answer was ended or left out by the provider&apos;s content filter.</source>
        <translation>回答被提供商的内容过滤器终止或略去。</translation>
    </message>
    <message>
        <source>The answer was interrupted. What had arrived is kept.</source>
        <translation>回答被中断。已收到的内容会保留。</translation>
    </message>
    <message>
        <source>The model refused to answer.</source>
        <translation>模型拒绝回答。</translation>
    </message>
    <message>
        <source>The provider ended the answer with an error.</source>
        <translation>提供商因错误而结束了回答。</translation>
    </message>
    <message>
        <source>These arguments are not valid JSON.</source>
        <translation>这些参数不是有效的 JSON。</translation>
    </message>
    <message>
        <source>Thinking…</source>
        <translation>正在思考…</translation>
    </message>
    <message>
        <source>Thinking… {time}</source>
        <translation>正在思考… {time}</translation>
    </message>
    <message>
        <source>This looks like the call of a tool that the server did not recognise as one. It was not run; the server may need another chat template or tool parser.</source>
        <translation>这看起来是一个服务器未识别出来的工具调用。它没有运行；服务器可能需要其他聊天模板或工具解析器。</translation>
    </message>
    <message>
        <source>This request offered no tools, so nobody answers the call.</source>
        <translation>此请求没有提供工具，因此没有人回应该调用。</translation>
    </message>
    <message>
        <source>Thought for {time}</source>
        <translation>思考了 {time}</translation>
    </message>
    <message>
        <source>Thoughts</source>
        <translation>思考过程</translation>
    </message>
    <message>
        <source>Time to first token: {time}</source>
        <translation>首个 token 用时：{time}</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>token</translation>
    </message>
    <message>
        <source>Tokens per second: {rate}</source>
        <translation>每秒 token 数：{rate}</translation>
    </message>
    <message>
        <source>Tool result</source>
        <translation>工具结果</translation>
    </message>
    <message>
        <source>Total time: {time}</source>
        <translation>总用时：{time}</translation>
    </message>
    <message>
        <source>Waiting for the answer…</source>
        <translation>正在等待回答…</translation>
    </message>
    <message>
        <source>You</source>
        <translation>你</translation>
    </message>
    <message>
        <source>green: most say it · warm: few others do</source>
        <translation>绿色：多数回答都有 · 暖色：其他回答很少有</translation>
    </message>
    <message>
        <source>{count} more characters in the inspector</source>
        <translation>其余 {count} 个字符可在检查器中查看</translation>
    </message>
    <message>
        <source>{count} tokens</source>
        <translation>{count} 个 token</translation>
    </message>
    <message>
        <source>{minutes} min {seconds} s</source>
        <translation>{minutes} 分 {seconds} 秒</translation>
    </message>
    <message>
        <source>{rate} tokens/s</source>
        <translation>{rate} token/秒</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} 秒</translation>
    </message>
</context>
<context>
    <name>MessageDialog</name>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Add a message</source>
        <translation>添加消息</translation>
    </message>
    <message>
        <source>Answers tool call</source>
        <translation>所回应的工具调用</translation>
    </message>
    <message>
        <source>It is sent with the next request.</source>
        <translation>将随下一次请求一起发送。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Reasoning</source>
        <translation>推理</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Tool calls</source>
        <translation>工具调用</translation>
    </message>
</context>
<context>
    <name>MessageView</name>
    <message>
        <source>Answer finished</source>
        <translation>回答已完成</translation>
    </message>
    <message>
        <source>Answer interrupted</source>
        <translation>回答已中断</translation>
    </message>
    <message>
        <source>Answer stopped</source>
        <translation>回答已停止</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>No complete answer: an error occurred</source>
        <translation>发生错误，回答不完整</translation>
    </message>
    <message>
        <source>↓ Jump to latest</source>
        <translation>↓ 跳到最新</translation>
    </message>
    <message>
        <source>↓ Jump to latest ({count} new)</source>
        <translation>↓ 跳到最新（{count} 条新消息）</translation>
    </message>
</context>
<context>
    <name>ModelPicker</name>
    <message>
        <source>Choose or type a model</source>
        <translation>选择或输入模型</translation>
    </message>
    <message>
        <source>Language model</source>
        <translation>语言模型</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Dismiss</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>No command is called so.</source>
        <translation>没有这样的命令。</translation>
    </message>
    <message>
        <source>Type a command</source>
        <translation>输入命令</translation>
    </message>
</context>
<context>
    <name>Parameter</name>
    <message>
        <source>A name for you that the provider sees.</source>
        <translation>提供商会看到的你的名称。</translation>
    </message>
    <message>
        <source>A stable, anonymous name for you, for abuse checks.</source>
        <translation>用于滥用检查的稳定匿名名称。</translation>
    </message>
    <message>
        <source>Above 0, a token becomes less likely each time it has occurred.</source>
        <translation>大于 0 时，token 每出现一次，再次出现的可能性就降低一些。</translation>
    </message>
    <message>
        <source>Above 0, tokens that have occurred at all become less likely.</source>
        <translation>大于 0 时，已出现过的 token 再次出现的可能性降低。</translation>
    </message>
    <message>
        <source>Answers (n)</source>
        <translation>回答数（n）</translation>
    </message>
    <message>
        <source>Any further fields of this server, merged last: top_k, min_p, thinking, …</source>
        <translation>此服务器的其他字段，最后合并：top_k、min_p、thinking、…</translation>
    </message>
    <message>
        <source>Ask for usage</source>
        <translation>请求用量</translation>
    </message>
    <message>
        <source>Candidates per token</source>
        <translation>每个 token 的候选数</translation>
    </message>
    <message>
        <source>Extra body</source>
        <translation>额外正文</translation>
    </message>
    <message>
        <source>Frequency penalty</source>
        <translation>频率惩罚</translation>
    </message>
    <message>
        <source>Functions the model may ask for, with the JSON Schema of their arguments.</source>
        <translation>模型可以请求的函数及其参数的 JSON Schema。</translation>
    </message>
    <message>
        <source>How freely the model picks. 0 takes the likeliest token each time, 1 follows the model&apos;s own probabilities, more makes rare tokens likelier.</source>
        <translation>模型选择的自由程度。0 每次都取概率最高的 token，1 遵循模型自身的概率，更大则让罕见的 token 更容易出现。</translation>
    </message>
    <message>
        <source>How long a reasoning model may think first.</source>
        <translation>推理模型先思考多久。</translation>
    </message>
    <message>
        <source>How long the answer should be, where supported.</source>
        <translation>回答应有多长（在支持时）。</translation>
    </message>
    <message>
        <source>How many answers to make for one message.</source>
        <translation>针对一条消息生成多少个回答。</translation>
    </message>
    <message>
        <source>How many of the likeliest tokens to report at each place.</source>
        <translation>每个位置报告多少个最可能的 token。</translation>
    </message>
    <message>
        <source>How the provider caches the prompt.</source>
        <translation>提供商如何缓存提示词。</translation>
    </message>
    <message>
        <source>Let the provider keep this exchange.</source>
        <translation>让提供商保存此次交换。</translation>
    </message>
    <message>
        <source>Logit bias</source>
        <translation>logit 偏置</translation>
    </message>
    <message>
        <source>Max completion tokens</source>
        <translation>最大补全 token 数</translation>
    </message>
    <message>
        <source>Max tokens</source>
        <translation>最大 token 数</translation>
    </message>
    <message>
        <source>Metadata</source>
        <translation>元数据</translation>
    </message>
    <message>
        <source>Modalities</source>
        <translation>模态</translation>
    </message>
    <message>
        <source>Moderation</source>
        <translation>内容审核</translation>
    </message>
    <message>
        <source>Obfuscation</source>
        <translation>混淆</translation>
    </message>
    <message>
        <source>Only the likeliest tokens whose probabilities add up to this share can be picked. Change this or the temperature, seldom both.</source>
        <translation>只会选取概率最高且合计达到此比例的 token。请调整此项或温度，很少需要两者都调。</translation>
    </message>
    <message>
        <source>Options of the provider&apos;s own moderation.</source>
        <translation>提供商自带内容审核的选项。</translation>
    </message>
    <message>
        <source>Options of the provider&apos;s own web search.</source>
        <translation>提供商自带网络搜索的选项。</translation>
    </message>
    <message>
        <source>Pad the stream&apos;s events so that their sizes tell nothing.</source>
        <translation>填充流中的事件，使其大小不泄露任何信息。</translation>
    </message>
    <message>
        <source>Pairs of text kept with the stored exchange.</source>
        <translation>随保存的交换一起存放的文本对。</translation>
    </message>
    <message>
        <source>Parallel tool calls</source>
        <translation>并行工具调用</translation>
    </message>
    <message>
        <source>Plain text, any JSON, or JSON that follows a schema.</source>
        <translation>纯文本、任意 JSON，或遵循架构的 JSON。</translation>
    </message>
    <message>
        <source>Prediction</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>Presence penalty</source>
        <translation>存在惩罚</translation>
    </message>
    <message>
        <source>Prompt cache key</source>
        <translation>提示词缓存键</translation>
    </message>
    <message>
        <source>Prompt cache options</source>
        <translation>提示词缓存选项</translation>
    </message>
    <message>
        <source>Reasoning effort</source>
        <translation>推理强度</translation>
    </message>
    <message>
        <source>Report the probability of each token of the answer.</source>
        <translation>报告回答中每个 token 的概率。</translation>
    </message>
    <message>
        <source>Report the token counts at the end of a stream.</source>
        <translation>在流结束时报告 token 计数。</translation>
    </message>
    <message>
        <source>Requests with the same key share a prompt cache.</source>
        <translation>键相同的请求共享提示词缓存。</translation>
    </message>
    <message>
        <source>Response format</source>
        <translation>响应格式</translation>
    </message>
    <message>
        <source>Safety identifier</source>
        <translation>安全标识符</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>Service tier</source>
        <translation>服务层级</translation>
    </message>
    <message>
        <source>Show the answer while it is being written.</source>
        <translation>在生成回答的同时显示。</translation>
    </message>
    <message>
        <source>Stop sequences</source>
        <translation>停止序列</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>存储</translation>
    </message>
    <message>
        <source>Stream</source>
        <translation>流式传输</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>温度</translation>
    </message>
    <message>
        <source>Text that the answer will mostly repeat, to save time.</source>
        <translation>回答将大部分重复的文本，可节省时间。</translation>
    </message>
    <message>
        <source>The answer ends before the first of these texts. Up to four.</source>
        <translation>回答在这些文本首次出现之前结束。最多四个。</translation>
    </message>
    <message>
        <source>The most tokens to generate, reasoning included. The newer name, which reasoning models want.</source>
        <translation>最多生成的 token 数，包括推理。这是推理模型所需的新名称。</translation>
    </message>
    <message>
        <source>The most tokens to generate. The older name, which most servers know.</source>
        <translation>最多生成的 token 数。这是大多数服务器认识的旧名称。</translation>
    </message>
    <message>
        <source>The same seed and request give the same answer, as far as the server can.</source>
        <translation>相同的种子和请求会得到相同的回答（在服务器能做到的范围内）。</translation>
    </message>
    <message>
        <source>The voice and the format of a spoken answer. Streams need pcm16.</source>
        <translation>语音回答的语音和格式。流式传输需要 pcm16。</translation>
    </message>
    <message>
        <source>Token id and how much to favour it: -100 forbids a token, 100 forces it.</source>
        <translation>token ID 及其偏好程度：-100 禁止，100 强制。</translation>
    </message>
    <message>
        <source>Token probabilities</source>
        <translation>token 概率</translation>
    </message>
    <message>
        <source>Tool choice</source>
        <translation>工具选择</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>工具</translation>
    </message>
    <message>
        <source>Top P</source>
        <translation>Top P</translation>
    </message>
    <message>
        <source>User</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Verbosity</source>
        <translation>详细程度</translation>
    </message>
    <message>
        <source>Voice</source>
        <translation>语音</translation>
    </message>
    <message>
        <source>Web search</source>
        <translation>网络搜索</translation>
    </message>
    <message>
        <source>Whether one answer may ask for several calls.</source>
        <translation>一个回答是否可以请求多次调用。</translation>
    </message>
    <message>
        <source>Whether the answer is text, audio or both.</source>
        <translation>回答是文本、音频还是两者兼有。</translation>
    </message>
    <message>
        <source>Whether the model may, must or must not call a tool, or which one.</source>
        <translation>模型可以、必须还是不得调用工具，或指定哪一个。</translation>
    </message>
    <message>
        <source>Which queue and price to use, where offered.</source>
        <translation>使用哪个队列和价格（在提供时）。</translation>
    </message>
</context>
<context>
    <name>ParameterGroup</name>
    <message>
        <source>Audio</source>
        <translation>音频</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>长度</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>提供商</translation>
    </message>
    <message>
        <source>Reasoning</source>
        <translation>推理</translation>
    </message>
    <message>
        <source>Sampling</source>
        <translation>采样</translation>
    </message>
    <message>
        <source>Stream</source>
        <translation>流式传输</translation>
    </message>
    <message>
        <source>Tools and format</source>
        <translation>工具和格式</translation>
    </message>
</context>
<context>
    <name>ParameterLayer</name>
    <message>
        <source>the app</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>the endpoint</source>
        <translation>端点</translation>
    </message>
    <message>
        <source>the preset</source>
        <translation>预设</translation>
    </message>
    <message>
        <source>this conversation</source>
        <translation>此对话</translation>
    </message>
    <message>
        <source>this message</source>
        <translation>此消息</translation>
    </message>
</context>
<context>
    <name>ParameterPanel</name>
    <message>
        <source>Clear at the endpoint, for all its conversations</source>
        <translation>在端点清除（对其所有对话）</translation>
    </message>
    <message>
        <source>Clear in {layer}</source>
        <translation>在{layer}中清除</translation>
    </message>
    <message>
        <source>Clear: then it is not sent</source>
        <translation>清除：之后不再发送</translation>
    </message>
    <message>
        <source>Clear: then {value} from {layer}</source>
        <translation>清除：之后使用来自{layer}的 {value}</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Files: refused, left out</source>
        <translation>文件：被拒绝，已略去</translation>
    </message>
    <message>
        <source>Find a parameter</source>
        <translation>查找参数</translation>
    </message>
    <message>
        <source>Forget all of it</source>
        <translation>全部忘记</translation>
    </message>
    <message>
        <source>Forget that</source>
        <translation>忘记这一条</translation>
    </message>
    <message>
        <source>How the model should behave</source>
        <translation>希望模型如何表现</translation>
    </message>
    <message>
        <source>Keep for the whole conversation</source>
        <translation>用于整个对话</translation>
    </message>
    <message>
        <source>Learned about this model</source>
        <translation>对此模型的了解</translation>
    </message>
    <message>
        <source>Left out: this model has refused this field.</source>
        <translation>已略去：此模型拒绝过该字段。</translation>
    </message>
    <message>
        <source>Make it the endpoint&apos;s default</source>
        <translation>设为端点的默认值</translation>
    </message>
    <message>
        <source>No parameter has these words.</source>
        <translation>没有包含这些词的参数。</translation>
    </message>
    <message>
        <source>Only for the next message</source>
        <translation>仅用于下一条消息</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>Pictures: refused, left out</source>
        <translation>图片：被拒绝，已略去</translation>
    </message>
    <message>
        <source>Probabilities: after the temperature</source>
        <translation>概率：应用温度之后</translation>
    </message>
    <message>
        <source>Probabilities: of an unknown kind</source>
        <translation>概率：类型未知</translation>
    </message>
    <message>
        <source>Probabilities: the model&apos;s own</source>
        <translation>概率：模型自身的</translation>
    </message>
    <message>
        <source>Reasoning: always sent back</source>
        <translation>推理：始终回传</translation>
    </message>
    <message>
        <source>Reasoning: never sent back</source>
        <translation>推理：从不回传</translation>
    </message>
    <message>
        <source>Reasoning: sent back with tool calls</source>
        <translation>推理：有工具调用时回传</translation>
    </message>
    <message>
        <source>Request preview</source>
        <translation>请求预览</translation>
    </message>
    <message>
        <source>Role of the system message</source>
        <translation>系统消息的角色</translation>
    </message>
    <message>
        <source>Send it again</source>
        <translation>重新发送该字段</translation>
    </message>
    <message>
        <source>Send without it</source>
        <translation>不带它发送</translation>
    </message>
    <message>
        <source>Send {field}</source>
        <translation>发送 {field}</translation>
    </message>
    <message>
        <source>Sent under its other name: this model takes only that.</source>
        <translation>以另一名称发送：此模型只接受该名称。</translation>
    </message>
    <message>
        <source>Sounds: refused, left out</source>
        <translation>音频：被拒绝，已略去</translation>
    </message>
    <message>
        <source>This is long: parts are left out here. Copy takes all of it.</source>
        <translation>内容较长，此处省略了一部分。复制时会包含全部内容。</translation>
    </message>
    <message>
        <source>What is this?</source>
        <translation>这是什么？</translation>
    </message>
    <message>
        <source>top_logprobs: {count} at most</source>
        <translation>top_logprobs：最多 {count}</translation>
    </message>
    <message>
        <source>{field}: refused, left out</source>
        <translation>{field}：被拒绝，已略去</translation>
    </message>
    <message>
        <source>{field}: refused, still sent when set</source>
        <translation>{field}：被拒绝，设置后仍发送</translation>
    </message>
    <message>
        <source>{field}: sent under its other name</source>
        <translation>{field}：以另一名称发送</translation>
    </message>
    <message>
        <source>{layer}: {value}</source>
        <translation>{layer}：{value}</translation>
    </message>
    <message>
        <source>System message</source>
        <translation>系统消息</translation>
    </message>
    <message>
        <source>The JSON that the next send puts out</source>
        <translation>下次发送时发出的 JSON</translation>
    </message>
    <message>
        <source>This model has refused this field.</source>
        <translation>此模型拒绝过该字段。</translation>
    </message>
    <message>
        <source>Your name in messages</source>
        <translation>你在消息中的名称</translation>
    </message>
    <message>
        <source>Your name in messages (not sent)</source>
        <translation>你在消息中的名称（不发送）</translation>
    </message>
    <message>
        <source>from {layer}</source>
        <translation>来自{layer}</translation>
    </message>
    <message>
        <source>not sent</source>
        <translation>不发送</translation>
    </message>
    <message>
        <source>{count} sent</source>
        <translation>发送 {count} 项</translation>
    </message>
</context>
<context>
    <name>ParameterProblem</name>
    <message>
        <source>&quot;type&quot; must be one of: {choices}.</source>
        <translation>&quot;type&quot; 必须是以下之一：{choices}。</translation>
    </message>
    <message>
        <source>A name: letters, digits, _ and -, at most 64.</source>
        <translation>名称：字母、数字、_ 和 -，最多 64 个字符。</translation>
    </message>
    <message>
        <source>A spoken answer needs a voice: set Voice.</source>
        <translation>语音回答需要语音：请设置语音。</translation>
    </message>
    <message>
        <source>Add at least one.</source>
        <translation>请至少添加一个。</translation>
    </message>
    <message>
        <source>An empty text stops nothing.</source>
        <translation>空文本不会停止任何内容。</translation>
    </message>
    <message>
        <source>At most 16 pairs of text, names up to 64 and values up to 512 characters.</source>
        <translation>最多 16 对文本，名称最长 64 个字符，值最长 512 个字符。</translation>
    </message>
    <message>
        <source>At most {count} are allowed.</source>
        <translation>最多允许 {count} 个。</translation>
    </message>
    <message>
        <source>At most {count} characters.</source>
        <translation>最多 {count} 个字符。</translation>
    </message>
    <message>
        <source>Choose a voice and a format.</source>
        <translation>请选择语音和格式。</translation>
    </message>
    <message>
        <source>Choose a voice.</source>
        <translation>请选择语音。</translation>
    </message>
    <message>
        <source>Choose at least one.</source>
        <translation>请至少选择一个。</translation>
    </message>
    <message>
        <source>Choose each of these at most once: {choices}.</source>
        <translation>以下各项最多选择一次：{choices}。</translation>
    </message>
    <message>
        <source>Choose one of: {choices}.</source>
        <translation>请选择以下之一：{choices}。</translation>
    </message>
    <message>
        <source>Choose one.</source>
        <translation>请选择一个。</translation>
    </message>
    <message>
        <source>Its name: letters, digits, _ and -, at most 64.</source>
        <translation>其名称：字母、数字、_ 和 -，最多 64 个字符。</translation>
    </message>
    <message>
        <source>Not sent: it needs {field}.</source>
        <translation>未发送：需要 {field}。</translation>
    </message>
    <message>
        <source>Not sent: the server refused it for this model.</source>
        <translation>未发送：服务器对此模型拒绝了它。</translation>
    </message>
    <message>
        <source>Only letters, digits, _ and - are allowed.</source>
        <translation>只允许字母、数字、_ 和 -。</translation>
    </message>
    <message>
        <source>Set {fields} in the window; this box may not overwrite it.</source>
        <translation>请在窗口中设置 {fields}；此框不能覆盖它们。</translation>
    </message>
    <message>
        <source>The bias of token {token} must be from -100 to 100.</source>
        <translation>token {token} 的偏置必须在 -100 到 100 之间。</translation>
    </message>
    <message>
        <source>The least is {minimum}.</source>
        <translation>最小为 {minimum}。</translation>
    </message>
    <message>
        <source>The most is {maximum}.</source>
        <translation>最大为 {maximum}。</translation>
    </message>
    <message>
        <source>The name “{name}” is used twice.</source>
        <translation>名称“{name}”被使用了两次。</translation>
    </message>
    <message>
        <source>The parameters of “{name}” need &quot;type&quot;: &quot;object&quot;.</source>
        <translation>“{name}”的参数需要 &quot;type&quot;: &quot;object&quot;。</translation>
    </message>
    <message>
        <source>This must be a JSON object with at least one key.</source>
        <translation>必须是至少有一个键的 JSON 对象。</translation>
    </message>
    <message>
        <source>This must be a list of at least one tool.</source>
        <translation>必须是至少有一个工具的列表。</translation>
    </message>
    <message>
        <source>This must be a number.</source>
        <translation>必须是数字。</translation>
    </message>
    <message>
        <source>This must be a whole number.</source>
        <translation>必须是整数。</translation>
    </message>
    <message>
        <source>This must be finite.</source>
        <translation>必须是有限值。</translation>
    </message>
    <message>
        <source>This must be on or off.</source>
        <translation>必须是开或关。</translation>
    </message>
    <message>
        <source>This must be text.</source>
        <translation>必须是文本。</translation>
    </message>
    <message>
        <source>Tool {position} needs &quot;type&quot;: &quot;function&quot; and a function.</source>
        <translation>工具 {position} 需要 &quot;type&quot;: &quot;function&quot; 和一个函数。</translation>
    </message>
    <message>
        <source>Tool {position} needs a name of letters, digits, _ and - (at most 64).</source>
        <translation>工具 {position} 需要由字母、数字、_ 和 - 组成的名称（最多 64 个字符）。</translation>
    </message>
    <message>
        <source>While streaming the format must be pcm16.</source>
        <translation>流式传输时格式必须为 pcm16。</translation>
    </message>
    <message>
        <source>json_schema needs a &quot;schema&quot;.</source>
        <translation>json_schema 需要 &quot;schema&quot;。</translation>
    </message>
    <message>
        <source>“{token}” is no token id.</source>
        <translation>“{token}”不是 token ID。</translation>
    </message>
</context>
<context>
    <name>Picture</name>
    <message>
        <source>Load once</source>
        <translation>加载一次</translation>
    </message>
    <message>
        <source>Loading: {what}</source>
        <translation>正在加载：{what}</translation>
    </message>
    <message>
        <source>No picture could be shown: {what}  {place}</source>
        <translation>无法显示图片：{what}  {place}</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Pictures are not loaded from there.</source>
        <translation>不会从那里加载图片。</translation>
    </message>
    <message>
        <source>The picture could not be loaded from {host}.</source>
        <translation>无法从 {host} 加载图片。</translation>
    </message>
    <message>
        <source>The picture is too large.</source>
        <translation>图片太大。</translation>
    </message>
    <message>
        <source>{host} answers with status {status}.</source>
        <translation>{host} 返回状态 {status}。</translation>
    </message>
</context>
<context>
    <name>Preference</name>
    <message>
        <source>2 GB</source>
        <translation>2 GB</translation>
    </message>
    <message>
        <source>20 MB</source>
        <translation>20 MB</translation>
    </message>
    <message>
        <source>200 MB</source>
        <translation>200 MB</translation>
    </message>
    <message>
        <source>Animations</source>
        <translation>动画</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Beyond it the oldest bodies go; what is known of a request stays.</source>
        <translation>超出后最旧的正文会被删除；请求的其他信息会保留。</translation>
    </message>
    <message>
        <source>Closing the window keeps the app running; quit it from the tray&apos;s menu.</source>
        <translation>关闭窗口后应用继续运行；可从托盘菜单退出。</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>对话</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Desktop</source>
        <translation>桌面</translation>
    </message>
    <message>
        <source>Disk space for recordings</source>
        <translation>记录的磁盘空间</translation>
    </message>
    <message>
        <source>Enter breaks the line, Shift+Enter sends</source>
        <translation>Enter 换行，Shift+Enter 发送</translation>
    </message>
    <message>
        <source>Enter key</source>
        <translation>Enter 键</translation>
    </message>
    <message>
        <source>Enter sends, Shift+Enter breaks the line</source>
        <translation>Enter 发送，Shift+Enter 换行</translation>
    </message>
    <message>
        <source>How often a model may call tools in a row before you are asked.</source>
        <translation>在询问你之前，模型可连续调用工具的次数。</translation>
    </message>
    <message>
        <source>Keep each request and its reply for the inspector, on this computer, without keys.</source>
        <translation>在这台电脑上为检查器保存每个请求及其回复，不含密钥。</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Light, dark, or as the system is.</source>
        <translation>浅色、深色，或跟随系统。</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>Note the arrival of each event by itself. Costs more processor time while streaming.</source>
        <translation>单独记录每个事件的到达。流式传输时会占用更多处理器时间。</translation>
    </message>
    <message>
        <source>Notify of answers</source>
        <translation>回答通知</translation>
    </message>
    <message>
        <source>Of menus, buttons and messages; changes at once.</source>
        <translation>菜单、按钮和消息的语言；立即生效。</translation>
    </message>
    <message>
        <source>Of the whole window, on top of the system&apos;s own setting. View → Larger text changes that of messages alone.</source>
        <translation>在系统设置之上，决定整个窗口的文字大小。“视图 → 放大文字”只改变消息的文字。</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>On</source>
        <translation>开</translation>
    </message>
    <message>
        <source>One model for all titles</source>
        <translation>所有标题用同一个模型</translation>
    </message>
    <message>
        <source>Open at login</source>
        <translation>登录时启动</translation>
    </message>
    <message>
        <source>Precise timing</source>
        <translation>精确计时</translation>
    </message>
    <message>
        <source>Record requests</source>
        <translation>记录请求</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Spell check</source>
        <translation>拼写检查</translation>
    </message>
    <message>
        <source>Start the app when you log in to this computer.</source>
        <translation>登录这台电脑时启动应用。</translation>
    </message>
    <message>
        <source>Stay in the tray</source>
        <translation>驻留托盘</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>文字大小</translation>
    </message>
    <message>
        <source>The conversation&apos;s own model</source>
        <translation>对话自己的模型</translation>
    </message>
    <message>
        <source>The first words; nothing is sent</source>
        <translation>开头的文字，不发送任何内容</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Titles of conversations</source>
        <translation>对话标题</translation>
    </message>
    <message>
        <source>Tool rounds</source>
        <translation>工具轮数</translation>
    </message>
    <message>
        <source>Underline words that no dictionary of this system knows.</source>
        <translation>为系统词典中没有的词加下划线。</translation>
    </message>
    <message>
        <source>What Enter does while you write a message.</source>
        <translation>撰写消息时按 Enter 的作用。</translation>
    </message>
    <message>
        <source>When an answer is ready and the window is not in front of you.</source>
        <translation>当回答就绪而窗口不在前台时通知你。</translation>
    </message>
    <message>
        <source>Who names a conversation after its first answer. A model is asked with a request of its own; “Conversation → Write titles with this model” chooses which.</source>
        <translation>第一个回答之后由谁为对话命名。模型通过单独的请求来询问；在“对话 → 用此模型生成标题”中选择模型。</translation>
    </message>
    <message>
        <source>Without them nothing moves or blinks by itself.</source>
        <translation>关闭后，没有任何内容会自行移动或闪烁。</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>撰写</translation>
    </message>
</context>
<context>
    <name>Preset</name>
    <message>
        <source>Balanced</source>
        <translation>均衡</translation>
    </message>
    <message>
        <source>Creative</source>
        <translation>创意</translation>
    </message>
    <message>
        <source>Precise</source>
        <translation>精确</translation>
    </message>
</context>
<context>
    <name>Prompts</name>
    <message>
        <source>A persona keeps the system message, the model and the parameters.</source>
        <translation>角色设定保存系统消息、模型和参数。</translation>
    </message>
    <message>
        <source>Add a prompt</source>
        <translation>添加提示词</translation>
    </message>
    <message>
        <source>Add from this chat</source>
        <translation>从此聊天添加</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Insert</source>
        <translation>插入</translation>
    </message>
    <message>
        <source>Model: {model}. Parameters: {fields}.</source>
        <translation>模型：{model}。参数：{fields}。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>New chats in “{folder}”</source>
        <translation>“{folder}”中的新聊天</translation>
    </message>
    <message>
        <source>New persona</source>
        <translation>新建角色设定</translation>
    </message>
    <message>
        <source>No persona</source>
        <translation>无角色设定</translation>
    </message>
    <message>
        <source>No personas yet. Set a chat up as you like it, then add it here.</source>
        <translation>还没有角色。先把对话设置好，再在这里添加。</translation>
    </message>
    <message>
        <source>No prompts yet. Add one for what you write often.</source>
        <translation>还没有提示词。把常写的内容添加到这里。</translation>
    </message>
    <message>
        <source>No prompts yet. Write one…</source>
        <translation>还没有提示词。写一个…</translation>
    </message>
    <message>
        <source>Personas</source>
        <translation>角色设定</translation>
    </message>
    <message>
        <source>Prompts</source>
        <translation>提示词</translation>
    </message>
    <message>
        <source>Prompts and personas</source>
        <translation>提示词和角色设定</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>System message</source>
        <translation>系统消息</translation>
    </message>
    <message>
        <source>Text of the prompt</source>
        <translation>提示词文本</translation>
    </message>
    <message>
        <source>This chat is set up as “{name}”.</source>
        <translation>此聊天已设为“{name}”。</translation>
    </message>
    <message>
        <source>Type / and the name in the composer. Places to fill: {{topic}}, {{tone=friendly}}, {{language|English|Japanese}}. {{date}}, {{time}}, {{clipboard}} and {{selection}} fill themselves.</source>
        <translation>在输入框中输入 / 和名称即可使用。可填写的位置：{{topic}}、{{tone=friendly}}、{{language|English|Japanese}}。{{date}}、{{time}}、{{clipboard}} 和 {{selection}} 会自动填写。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>as in the chat</source>
        <translation>与聊天相同</translation>
    </message>
    <message>
        <source>new</source>
        <translation>新</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>“{name}” was removed.</source>
        <translation>已移除“{name}”。</translation>
    </message>
</context>
<context>
    <name>Provenance</name>
    <message>
        <source>The default of {field} at “{endpoint}” was changed.</source>
        <translation>“{endpoint}”的 {field} 默认值已更改。</translation>
    </message>
    <message>
        <source>The settings of the answer are in use again.</source>
        <translation>已重新使用该回答的设置。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>Queue</name>
    <message>
        <source>+ {count} files</source>
        <translation>+ {count} 个文件</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Not sent yet</source>
        <translation>尚未发送</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>立即发送</translation>
    </message>
    <message>
        <source>Sent when the answer ends</source>
        <translation>回答结束后发送</translation>
    </message>
    <message>
        <source>Waiting messages</source>
        <translation>等待发送的消息</translation>
    </message>
</context>
<context>
    <name>QuickQuestion</name>
    <message>
        <source>Ask anything; Enter sends, Esc closes</source>
        <translation>随便问；Enter 发送，Esc 关闭</translation>
    </message>
    <message>
        <source>Ask further</source>
        <translation>继续提问</translation>
    </message>
    <message>
        <source>Open in the window</source>
        <translation>在窗口中打开</translation>
    </message>
    <message>
        <source>Quick question</source>
        <translation>快速提问</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
</context>
<context>
    <name>Quit</name>
    <message>
        <source>Make room and try again, or quit and lose it.</source>
        <translation>请腾出空间后重试，或退出并丢失这些内容。</translation>
    </message>
    <message>
        <source>Quit and lose it</source>
        <translation>退出并丢失</translation>
    </message>
    <message>
        <source>Some text could not be saved: the disk is full or cannot be written to.</source>
        <translation>部分文本无法保存：磁盘已满或无法写入。</translation>
    </message>
</context>
<context>
    <name>Rescue</name>
    <message>
        <source>Bring over what can be read</source>
        <translation>转移可读取的内容</translation>
    </message>
    <message>
        <source>Folders, prompts, endpoints, tools and prices brought over: {count}</source>
        <translation>已带过来的文件夹、提示词、端点、工具和价格：{count}</translation>
    </message>
    <message>
        <source>From the damaged database {messages} further messages were brought over, of {conversations} conversations that were missing.</source>
        <translation>已从损坏的数据库中另外转移 {messages} 条消息，来自缺失的 {conversations} 个对话。</translation>
    </message>
    <message>
        <source>It is kept in {folder}</source>
        <translation>保存在 {folder}</translation>
    </message>
    <message>
        <source>Restore the latest backup</source>
        <translation>恢复最新的备份</translation>
    </message>
    <message>
        <source>Start empty</source>
        <translation>从空白开始</translation>
    </message>
    <message>
        <source>The database was damaged and has been set aside. Nothing was deleted.</source>
        <translation>数据库已损坏，并已移到一旁。没有删除任何内容。</translation>
    </message>
    <message>
        <source>The latest backup is of {time}. What was written since is brought over as far as it can be read.</source>
        <translation>最新的备份时间为 {time}。此后写入的内容会在可读取的范围内带过来。</translation>
    </message>
</context>
<context>
    <name>SamplingPad</name>
    <message>
        <source>Arrow keys move the point; Shift moves less</source>
        <translation>方向键移动点；按住 Shift 移动更少</translation>
    </message>
    <message>
        <source>Delete “{preset}”</source>
        <translation>删除“{preset}”</translation>
    </message>
    <message>
        <source>Name of the preset</source>
        <translation>预设名称</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>预设</translation>
    </message>
    <message>
        <source>Preset: {preset}</source>
        <translation>预设：{preset}</translation>
    </message>
    <message>
        <source>Rename “{preset}”…</source>
        <translation>重命名“{preset}”…</translation>
    </message>
    <message>
        <source>Save these settings as a preset…</source>
        <translation>将这些设置保存为预设…</translation>
    </message>
    <message>
        <source>Temperature and Top P</source>
        <translation>温度和 Top P</translation>
    </message>
    <message>
        <source>Temperature {temperature}, Top P {top_p}</source>
        <translation>温度 {temperature}，Top P {top_p}</translation>
    </message>
    <message>
        <source>The preset “{name}” was deleted.</source>
        <translation>已删除预设“{name}”。</translation>
    </message>
    <message>
        <source>Try a grid of values…</source>
        <translation>尝试一组网格取值…</translation>
    </message>
    <message>
        <source>What the colours show</source>
        <translation>颜色表示什么</translation>
    </message>
    <message>
        <source>{preset}, changed</source>
        <translation>{preset}（已更改）</translation>
    </message>
    <message>
        <source>“{name}” is a built-in preset: choose another name.</source>
        <translation>“{name}”是内置预设：请选择其他名称。</translation>
    </message>
</context>
<context>
    <name>Schema</name>
    <message>
        <source>A schema must be a JSON object.</source>
        <translation>架构必须是 JSON 对象。</translation>
    </message>
    <message>
        <source>The pattern “{pattern}” was not checked.</source>
        <translation>未检查模式“{pattern}”。</translation>
    </message>
    <message>
        <source>The schema could not be applied: {error}</source>
        <translation>无法应用架构：{error}</translation>
    </message>
    <message>
        <source>The schema is nested too deeply to be checked.</source>
        <translation>架构嵌套过深，无法检查。</translation>
    </message>
    <message>
        <source>The schema refers to “{ref}”, which is not in it.</source>
        <translation>架构引用了其中不存在的“{ref}”。</translation>
    </message>
    <message>
        <source>This is not JSON: {error}</source>
        <translation>这不是 JSON：{error}</translation>
    </message>
    <message>
        <source>does not fit exactly one of the allowed forms</source>
        <translation>未恰好符合其中一种允许的形式</translation>
    </message>
    <message>
        <source>fits none of the allowed forms</source>
        <translation>不符合任何允许的形式</translation>
    </message>
    <message>
        <source>has fewer than {wanted} items</source>
        <translation>项数少于 {wanted}</translation>
    </message>
    <message>
        <source>has more than {wanted} items</source>
        <translation>项数多于 {wanted}</translation>
    </message>
    <message>
        <source>has the same item twice</source>
        <translation>含有重复的项</translation>
    </message>
    <message>
        <source>is no regular expression: {error}</source>
        <translation>不是正则表达式：{error}</translation>
    </message>
    <message>
        <source>{detail}</source>
        <translation>{detail}</translation>
    </message>
    <message>
        <source>{value} does not match the pattern {wanted}</source>
        <translation>{value} 与模式 {wanted} 不匹配</translation>
    </message>
    <message>
        <source>{value} is greater than {wanted}</source>
        <translation>{value} 大于 {wanted}</translation>
    </message>
    <message>
        <source>{value} is less than {wanted}</source>
        <translation>{value} 小于 {wanted}</translation>
    </message>
    <message>
        <source>{value} is longer than {wanted} characters</source>
        <translation>{value} 长于 {wanted} 个字符</translation>
    </message>
    <message>
        <source>{value} is none of {wanted}</source>
        <translation>{value} 不是 {wanted} 中的任何一个</translation>
    </message>
    <message>
        <source>{value} is not a multiple of {wanted}</source>
        <translation>{value} 不是 {wanted} 的倍数</translation>
    </message>
    <message>
        <source>{value} is not greater than {wanted}</source>
        <translation>{value} 不大于 {wanted}</translation>
    </message>
    <message>
        <source>{value} is not less than {wanted}</source>
        <translation>{value} 不小于 {wanted}</translation>
    </message>
    <message>
        <source>{value} is not of the type {wanted}</source>
        <translation>{value} 不是 {wanted} 类型</translation>
    </message>
    <message>
        <source>{value} is not {wanted}</source>
        <translation>{value} 不是 {wanted}</translation>
    </message>
    <message>
        <source>{value} is shorter than {wanted} characters</source>
        <translation>{value} 短于 {wanted} 个字符</translation>
    </message>
    <message>
        <source>“{detail}” is missing</source>
        <translation>缺少“{detail}”</translation>
    </message>
</context>
<context>
    <name>SchemaForm</name>
    <message>
        <source>This function takes no arguments.</source>
        <translation>此函数没有参数。</translation>
    </message>
</context>
<context>
    <name>ServerConfig</name>
    <message>
        <source>An address begins with http:// or https://.</source>
        <translation>地址以 http:// 或 https:// 开头。</translation>
    </message>
    <message>
        <source>Leave name and password out of the address; use a header.</source>
        <translation>地址中不要写用户名和密码，请使用标头。</translation>
    </message>
    <message>
        <source>The args, env and headers of “{name}” must be text.</source>
        <translation>“{name}”的 args、env 和 headers 必须是文本。</translation>
    </message>
    <message>
        <source>The url of “{name}”: {problem}</source>
        <translation>“{name}”的 url：{problem}</translation>
    </message>
    <message>
        <source>There is no “mcpServers” object in this.</source>
        <translation>其中没有“mcpServers”对象。</translation>
    </message>
    <message>
        <source>This is no address.</source>
        <translation>这不是地址。</translation>
    </message>
    <message>
        <source>This is not JSON.</source>
        <translation>这不是 JSON。</translation>
    </message>
    <message>
        <source>This is not JSON: something is wrong in line {line}, sign {sign}.</source>
        <translation>这不是 JSON：第 {line} 行第 {sign} 个字符处有误。</translation>
    </message>
    <message>
        <source>“{name}” needs either a command or a url.</source>
        <translation>“{name}”需要 command 或 url 其中之一。</translation>
    </message>
    <message>
        <source>“{name}” needs the variable “{variable}”, which is not set.</source>
        <translation>“{name}”需要变量“{variable}”，但它没有设置。</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>A key for this run only; it is not written down.</source>
        <translation>仅供本次运行使用的密钥；不会写入任何地方。</translation>
    </message>
    <message>
        <source>Add an endpoint</source>
        <translation>添加端点</translation>
    </message>
    <message>
        <source>Asking the keyring…</source>
        <translation>正在询问密钥环…</translation>
    </message>
    <message>
        <source>Asking {model}…</source>
        <translation>正在询问 {model}…</translation>
    </message>
    <message>
        <source>CA file or certificate</source>
        <translation>CA 文件或证书</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>正在连接…</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Endpoints</source>
        <translation>端点</translation>
    </message>
    <message>
        <source>General</source>
        <translation>常规</translation>
    </message>
    <message>
        <source>It is made out to {subject} by {issuer}, until {until}.
SHA-256 {sha256}</source>
        <translation>颁发给 {subject}，颁发者 {issuer}，有效期至 {until}。
SHA-256 {sha256}</translation>
    </message>
    <message>
        <source>It works: {count} models.</source>
        <translation>连接正常：{count} 个模型。</translation>
    </message>
    <message>
        <source>Model file</source>
        <translation>模型文件</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>No endpoint yet.</source>
        <translation>还没有端点。</translation>
    </message>
    <message>
        <source>No key.</source>
        <translation>没有密钥。</translation>
    </message>
    <message>
        <source>Offline model</source>
        <translation>离线模型</translation>
    </message>
    <message>
        <source>Offline model file…</source>
        <translation>离线模型文件…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>The key comes from the environment.</source>
        <translation>密钥来自环境变量。</translation>
    </message>
    <message>
        <source>The key is in the system keyring.</source>
        <translation>密钥在系统密钥环中。</translation>
    </message>
    <message>
        <source>The offline model needs no key.</source>
        <translation>离线模型不需要密钥。</translation>
    </message>
    <message>
        <source>The secret in the address is kept for this run only. {why}</source>
        <translation>地址中的机密仅在本次运行中保留。{why}</translation>
    </message>
    <message>
        <source>There is no environment variable {name}, so no key is sent.</source>
        <translation>没有环境变量 {name}，因此不发送密钥。</translation>
    </message>
    <message>
        <source>{model} answers: “{answer}”</source>
        <translation>{model} 回答：“{answer}”</translation>
    </message>
    <message>
        <source>{name} (copy)</source>
        <translation>{name}（副本）</translation>
    </message>
    <message>
        <source>“{name}” has a secret that can be read in its settings, because the system keyring did not take it.</source>
        <translation>“{name}”有一个机密可在其设置中被读取，因为系统密钥环未能接收它。</translation>
    </message>
    <message>
        <source>“{name}” was removed.</source>
        <translation>已移除“{name}”。</translation>
    </message>
</context>
<context>
    <name>Shortcuts</name>
    <message>
        <source>Choose a command, then press its new keys in the field.</source>
        <translation>选择一个命令，然后在输入框中按下新的按键。</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Find a command or a key</source>
        <translation>查找命令或按键</translation>
    </message>
    <message>
        <source>Give every command the keys that it has at first</source>
        <translation>将所有命令的快捷键恢复为最初的设置</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>New keys of the chosen command</source>
        <translation>所选命令的新按键</translation>
    </message>
    <message>
        <source>Remove keys</source>
        <translation>移除快捷键</translation>
    </message>
    <message>
        <source>Restore defaults</source>
        <translation>恢复默认设置</translation>
    </message>
    <message>
        <source>These keys were taken from “{command}”.</source>
        <translation>这些按键取自“{command}”。</translation>
    </message>
</context>
<context>
    <name>SidePanel</name>
    <message>
        <source>Lens</source>
        <translation>透镜</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>Side panel</source>
        <translation>侧边面板</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>All conversations</source>
        <translation>所有对话</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>归档</translation>
    </message>
    <message>
        <source>Archived.</source>
        <translation>已归档。</translation>
    </message>
    <message>
        <source>Back from the archive</source>
        <translation>已从归档中取回</translation>
    </message>
    <message>
        <source>Bin</source>
        <translation>回收站</translation>
    </message>
    <message>
        <source>By title</source>
        <translation>按标题</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>对话</translation>
    </message>
    <message>
        <source>Conversations archived: {count}.</source>
        <translation>已归档对话：{count}。</translation>
    </message>
    <message>
        <source>Conversations deleted: {count}.</source>
        <translation>已删除对话：{count}。</translation>
    </message>
    <message>
        <source>Conversations moved to “{folder}”: {count}.</source>
        <translation>已移到“{folder}”的对话：{count}。</translation>
    </message>
    <message>
        <source>Conversations restored: {count}.</source>
        <translation>已恢复对话：{count}。</translation>
    </message>
    <message>
        <source>Conversations taken out of the archive: {count}.</source>
        <translation>已移出归档的对话：{count}。</translation>
    </message>
    <message>
        <source>Conversations taken out of their folders: {count}.</source>
        <translation>已移出文件夹的对话：{count}。</translation>
    </message>
    <message>
        <source>Date created</source>
        <translation>创建日期</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Delete folder, keep what is in it</source>
        <translation>删除文件夹，保留其中的内容</translation>
    </message>
    <message>
        <source>Delete for good</source>
        <translation>永久删除</translation>
    </message>
    <message>
        <source>Delete for good…</source>
        <translation>永久删除…</translation>
    </message>
    <message>
        <source>Delete this conversation for good?</source>
        <translation>要永久删除此对话吗？</translation>
    </message>
    <message>
        <source>Delete {count} conversations for good?</source>
        <translation>要永久删除 {count} 个对话吗？</translation>
    </message>
    <message>
        <source>Deleted for good after {days} days.</source>
        <translation>{days} 天后永久删除。</translation>
    </message>
    <message>
        <source>Empty the bin…</source>
        <translation>清空回收站…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Folders and places</source>
        <translation>文件夹和位置</translation>
    </message>
    <message>
        <source>In messages, newest first</source>
        <translation>消息中，从新到旧</translation>
    </message>
    <message>
        <source>In titles</source>
        <translation>标题中</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>最近 30 天</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>最近 7 天</translation>
    </message>
    <message>
        <source>Last change</source>
        <translation>最后更改</translation>
    </message>
    <message>
        <source>Mark as read</source>
        <translation>标为已读</translation>
    </message>
    <message>
        <source>Mark as unread</source>
        <translation>标为未读</translation>
    </message>
    <message>
        <source>Move to folder</source>
        <translation>移到文件夹</translation>
    </message>
    <message>
        <source>Moved to “{folder}”.</source>
        <translation>已移到“{folder}”。</translation>
    </message>
    <message>
        <source>Name of the folder:</source>
        <translation>文件夹名称：</translation>
    </message>
    <message>
        <source>New conversation</source>
        <translation>新建对话</translation>
    </message>
    <message>
        <source>New folder</source>
        <translation>新建文件夹</translation>
    </message>
    <message>
        <source>New folder…</source>
        <translation>新建文件夹…</translation>
    </message>
    <message>
        <source>No conversation has this tag.</source>
        <translation>没有带此标签的对话。</translation>
    </message>
    <message>
        <source>No folder</source>
        <translation>无文件夹</translation>
    </message>
    <message>
        <source>No message contains these words.</source>
        <translation>没有包含这些文字的消息。</translation>
    </message>
    <message>
        <source>Order and places of the list</source>
        <translation>列表的排序和位置</translation>
    </message>
    <message>
        <source>Pin to the top</source>
        <translation>置顶</translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>已置顶</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Rename folder</source>
        <translation>重命名文件夹</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Restored.</source>
        <translation>已恢复。</translation>
    </message>
    <message>
        <source>Search all messages</source>
        <translation>搜索所有消息</translation>
    </message>
    <message>
        <source>Search messages</source>
        <translation>搜索消息</translation>
    </message>
    <message>
        <source>Select nothing more</source>
        <translation>取消选择</translation>
    </message>
    <message>
        <source>Selected conversations</source>
        <translation>选中的对话</translation>
    </message>
    <message>
        <source>Selected: {count}</source>
        <translation>已选 {count} 个</translation>
    </message>
    <message>
        <source>Show the archive</source>
        <translation>显示归档</translation>
    </message>
    <message>
        <source>Show the bin</source>
        <translation>显示回收站</translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation>排序方式</translation>
    </message>
    <message>
        <source>Tagged #{tag}.</source>
        <translation>已添加标签 #{tag}。</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Tags, separated by commas:</source>
        <translation>标签，用逗号分隔：</translation>
    </message>
    <message>
        <source>Tags…</source>
        <translation>标签…</translation>
    </message>
    <message>
        <source>Taken out of its folder.</source>
        <translation>已移出文件夹。</translation>
    </message>
    <message>
        <source>Taken out of the archive.</source>
        <translation>已移出归档。</translation>
    </message>
    <message>
        <source>The archive is empty.</source>
        <translation>归档为空。</translation>
    </message>
    <message>
        <source>The bin is empty.</source>
        <translation>回收站为空。</translation>
    </message>
    <message>
        <source>The folder “{folder}” was deleted.</source>
        <translation>已删除文件夹“{folder}”。</translation>
    </message>
    <message>
        <source>The tags were changed.</source>
        <translation>标签已更改。</translation>
    </message>
    <message>
        <source>This cannot be undone. Backups made earlier still hold what is deleted.</source>
        <translation>此操作无法撤销。之前的备份仍含有被删除的内容。</translation>
    </message>
    <message>
        <source>This folder is empty. Drag conversations onto it.</source>
        <translation>此文件夹为空。请将对话拖到这里。</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>取消置顶</translation>
    </message>
    <message>
        <source>Words, and if you like:
from:user · model:gpt · before:2026-03 · after:2025-12-24 · tag:work · &quot;these exact words&quot;</source>
        <translation>输入文字，还可使用：
from:user · model:gpt · before:2026-03 · after:2025-12-24 · tag:work · &quot;精确的词句&quot;</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>昨天</translation>
    </message>
    <message>
        <source>answering</source>
        <translation>正在回答</translation>
    </message>
    <message>
        <source>new answer</source>
        <translation>新回答</translation>
    </message>
    <message>
        <source>pinned</source>
        <translation>已置顶</translation>
    </message>
    <message>
        <source>Your conversations will be listed here.</source>
        <translation>你的对话会列在这里。</translation>
    </message>
    <message>
        <source>“{title}” was deleted.</source>
        <translation>已删除“{title}”。</translation>
    </message>
</context>
<context>
    <name>Sound</name>
    <message>
        <source>Close the player</source>
        <translation>关闭播放器</translation>
    </message>
    <message>
        <source>No sound device</source>
        <translation>没有音频设备</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Place in the sound</source>
        <translation>音频播放位置</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Playing needs the optional part “audio”; saving works.</source>
        <translation>播放需要可选组件“audio”；保存不受影响。</translation>
    </message>
    <message>
        <source>Save the sound</source>
        <translation>保存音频</translation>
    </message>
    <message>
        <source>Save the sound…</source>
        <translation>保存音频…</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>音频</translation>
    </message>
</context>
<context>
    <name>Spelling</name>
    <message>
        <source>Add “{word}” to the dictionary</source>
        <translation>将“{word}”添加到词典</translation>
    </message>
    <message>
        <source>Looking for suggestions…</source>
        <translation>正在查找建议…</translation>
    </message>
    <message>
        <source>No suggestions</source>
        <translation>没有建议</translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message>
        <source>A call of a tool waits for your decision.</source>
        <translation>有一个工具调用正在等待你的决定。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Running tools…</source>
        <translation>正在运行工具…</translation>
    </message>
    <message>
        <source>Starting the offline model…</source>
        <translation>正在启动离线模型…</translation>
    </message>
    <message>
        <source>The model would like to go on calling tools.</source>
        <translation>模型想继续调用工具。</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>立即尝试</translation>
    </message>
    <message>
        <source>Trying again in {seconds} s.</source>
        <translation>{seconds} 秒后重试。</translation>
    </message>
    <message>
        <source>Waiting for the answer…</source>
        <translation>正在等待回答…</translation>
    </message>
</context>
<context>
    <name>Storage</name>
    <message>
        <source>Not saved yet: {problem} It is tried again every few seconds.</source>
        <translation>尚未保存：{problem} 每隔几秒会重试。</translation>
    </message>
    <message>
        <source>The database is damaged. Restart the app to restore a backup.</source>
        <translation>数据库已损坏。请重新启动应用以恢复备份。</translation>
    </message>
    <message>
        <source>The disk is nearly full: {free} left. Make room soon.</source>
        <translation>磁盘几乎已满：剩余 {free}。请尽快腾出空间。</translation>
    </message>
</context>
<context>
    <name>Store</name>
    <message>
        <source>A newer version of the app wrote this profile.</source>
        <translation>此配置文件由较新版本的应用写入。</translation>
    </message>
    <message>
        <source>Another program uses the database: not saved.</source>
        <translation>另一个程序正在使用数据库：未保存。</translation>
    </message>
    <message>
        <source>Check its permissions, or start with --profile DIR.</source>
        <translation>请检查其权限，或以 --profile DIR 启动。</translation>
    </message>
    <message>
        <source>It is tried again.</source>
        <translation>会再次尝试。</translation>
    </message>
    <message>
        <source>Make room. What is not saved is kept in memory and tried again.</source>
        <translation>请腾出空间。未保存的内容保留在内存中，并会重试。</translation>
    </message>
    <message>
        <source>Restart the app to restore a backup.</source>
        <translation>请重新启动应用以恢复备份。</translation>
    </message>
    <message>
        <source>The database is damaged.</source>
        <translation>数据库已损坏。</translation>
    </message>
    <message>
        <source>The disk is full or failing: not saved.</source>
        <translation>磁盘已满或出现故障：未保存。</translation>
    </message>
    <message>
        <source>The profile folder cannot be written to.</source>
        <translation>无法写入配置文件文件夹。</translation>
    </message>
    <message>
        <source>This message is damaged on the disk.</source>
        <translation>此消息在磁盘上已损坏。</translation>
    </message>
    <message>
        <source>Update the app, or start with another --profile.</source>
        <translation>请更新应用，或以另一个 --profile 启动。</translation>
    </message>
</context>
<context>
    <name>Sweep</name>
    <message>
        <source>Across</source>
        <translation>横向</translation>
    </message>
    <message>
        <source>And</source>
        <translation>以及</translation>
    </message>
    <message>
        <source>Answer of this cell</source>
        <translation>此单元格的回答</translation>
    </message>
    <message>
        <source>Answer {number}</source>
        <translation>回答 {number}</translation>
    </message>
    <message>
        <source>Answer, or the difference of two</source>
        <translation>回答，或两者的差异</translation>
    </message>
    <message>
        <source>Answers a cell</source>
        <translation>每个单元格的回答数</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>提问</translation>
    </message>
    <message>
        <source>At most {values} values an axis and {runs} requests.</source>
        <translation>每个轴最多 {values} 个值，请求最多 {runs} 个。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Cells of the sweep</source>
        <translation>扫描的单元格</translation>
    </message>
    <message>
        <source>Choose a cell to read it; two cells to see how their words differ.</source>
        <translation>选择一个单元格以阅读；选择两个以查看文字差异。</translation>
    </message>
    <message>
        <source>Compare all with this</source>
        <translation>全部与此比较</translation>
    </message>
    <message>
        <source>Continue from this answer</source>
        <translation>从此回答继续</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>纵向</translation>
    </message>
    <message>
        <source>Each axis must vary something else.</source>
        <translation>各个轴必须改变不同的项目。</translation>
    </message>
    <message>
        <source>Export CSV…</source>
        <translation>导出 CSV…</translation>
    </message>
    <message>
        <source>Export JSON…</source>
        <translation>导出 JSON…</translation>
    </message>
    <message>
        <source>Export sweep</source>
        <translation>导出扫描</translation>
    </message>
    <message>
        <source>From {left} to {right}</source>
        <translation>从 {left} 到 {right}</translation>
    </message>
    <message>
        <source>Give each axis at least one value.</source>
        <translation>请为每个轴至少填写一个值。</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>It must lie between 0 and 1.</source>
        <translation>必须介于 0 和 1 之间。</translation>
    </message>
    <message>
        <source>Min P</source>
        <translation>Min P</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>New sweep</source>
        <translation>新建扫描</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>无回答</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Numbers, with commas between them</source>
        <translation>数字，用逗号分隔</translation>
    </message>
    <message>
        <source>One to a line</source>
        <translation>每行一个</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Price of a million answer tokens</source>
        <translation>每百万回答 token 的价格</translation>
    </message>
    <message>
        <source>Price of a million prompt tokens</source>
        <translation>每百万提示词 token 的价格</translation>
    </message>
    <message>
        <source>Price of a million tokens</source>
        <translation>每百万 token 的价格</translation>
    </message>
    <message>
        <source>Requests at once</source>
        <translation>同时请求数</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Sweep</source>
        <translation>参数扫描</translation>
    </message>
    <message>
        <source>Sweeps of this conversation</source>
        <translation>此对话的扫描</translation>
    </message>
    <message>
        <source>System message</source>
        <translation>系统消息</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>温度</translation>
    </message>
    <message>
        <source>The endpoint is gone.</source>
        <translation>端点已不存在。</translation>
    </message>
    <message>
        <source>The question was deleted.</source>
        <translation>问题已被删除。</translation>
    </message>
    <message>
        <source>The settings of the cell are in use.</source>
        <translation>已使用该单元格的设置。</translation>
    </message>
    <message>
        <source>The sweep was deleted with its answers.</source>
        <translation>参数扫描及其回答已删除。</translation>
    </message>
    <message>
        <source>There is nothing to ask yet.</source>
        <translation>还没有可以问的内容。</translation>
    </message>
    <message>
        <source>Top P</source>
        <translation>Top P</translation>
    </message>
    <message>
        <source>Use these settings</source>
        <translation>使用这些设置</translation>
    </message>
    <message>
        <source>Values of axis {number}</source>
        <translation>轴 {number} 的值</translation>
    </message>
    <message>
        <source>What axis {number} varies</source>
        <translation>轴 {number} 改变的项目</translation>
    </message>
    <message>
        <source>What the cells are measured by</source>
        <translation>单元格的衡量标准</translation>
    </message>
    <message>
        <source>Write a message first, it will be asked.</source>
        <translation>请先输入消息，它将作为问题。</translation>
    </message>
    <message>
        <source>about {tokens} prompt tokens</source>
        <translation>约 {tokens} 个提示词 token</translation>
    </message>
    <message>
        <source>answer, as your provider states them</source>
        <translation>回答，按提供商公布的价格</translation>
    </message>
    <message>
        <source>answers of any length: set Max tokens to limit them</source>
        <translation>回答长度不限：可设置最大 token 数来限制</translation>
    </message>
    <message>
        <source>at most {cost}</source>
        <translation>最多 {cost}</translation>
    </message>
    <message>
        <source>at most {tokens} answer tokens</source>
        <translation>最多 {tokens} 个回答 token</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>no price: enter yours to see the cost</source>
        <translation>没有价格：输入价格即可看到费用</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>prompt</source>
        <translation>提示词</translation>
    </message>
    <message>
        <source>the server is busy: going on in {seconds} s</source>
        <translation>服务器繁忙：{seconds} 秒后继续</translation>
    </message>
    <message>
        <source>{axis} {value}: {problem}</source>
        <translation>{axis} {value}：{problem}</translation>
    </message>
    <message>
        <source>{count} requests</source>
        <translation>{count} 个请求</translation>
    </message>
    <message>
        <source>{done} of {all} answers</source>
        <translation>{done} / {all} 个回答</translation>
    </message>
    <message>
        <source>{done} of {count}</source>
        <translation>{done} / {count}</translation>
    </message>
    <message>
        <source>{failed} failed</source>
        <translation>{failed} 个失败</translation>
    </message>
    <message>
        <source>{tokens} prompt tokens</source>
        <translation>{tokens} 个提示词 token</translation>
    </message>
    <message>
        <source>“{field}” cannot be sent: {problem}</source>
        <translation>“{field}”无法发送：{problem}</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>(no model)</source>
        <translation>（无模型）</translation>
    </message>
    <message>
        <source>(no text)</source>
        <translation>（无文本）</translation>
    </message>
    <message>
        <source>Approval</source>
        <translation>批准</translation>
    </message>
    <message>
        <source>Arguments</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>Build</source>
        <translation>构建</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>聊天</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>End</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>First byte</source>
        <translation>首字节</translation>
    </message>
    <message>
        <source>List of models</source>
        <translation>模型列表</translation>
    </message>
    <message>
        <source>Reasoning</source>
        <translation>推理</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>Sweeps</source>
        <translation>参数扫描</translation>
    </message>
    <message>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Titles</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Tool</source>
        <translation>工具</translation>
    </message>
    <message>
        <source>Trial</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待</translation>
    </message>
    <message>
        <source>Waterfall</source>
        <translation>瀑布图</translation>
    </message>
    <message>
        <source>Zoom with Ctrl and the wheel or with + and −. A double click zooms to a row, another one back.</source>
        <translation>用 Ctrl 加滚轮或 + 和 − 缩放。双击放大到该行，再次双击还原。</translation>
    </message>
    <message>
        <source>allowed</source>
        <translation>已允许</translation>
    </message>
    <message>
        <source>attempt {number}</source>
        <translation>第 {number} 次尝试</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>手动</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>denied</source>
        <translation>已拒绝</translation>
    </message>
    <message>
        <source>done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>sending</source>
        <translation>发送中</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>等待中</translation>
    </message>
</context>
<context>
    <name>Titles</name>
    <message>
        <source>Choose a model for this conversation first.</source>
        <translation>请先为此对话选择模型。</translation>
    </message>
    <message>
        <source>Writing a title…</source>
        <translation>正在生成标题…</translation>
    </message>
    <message>
        <source>{model} writes the titles from now on.</source>
        <translation>今后由 {model} 生成标题。</translation>
    </message>
</context>
<context>
    <name>ToolApproval</name>
    <message>
        <source>This is not as it was when you agreed to it:</source>
        <translation>与你同意时不同：</translation>
    </message>
    <message>
        <source>in the folder {folder}</source>
        <translation>在文件夹 {folder} 中</translation>
    </message>
    <message>
        <source>with values of your own variables: {names}</source>
        <translation>使用你自己的变量的值：{names}</translation>
    </message>
</context>
<context>
    <name>ToolArguments</name>
    <message>
        <source>Arguments as JSON</source>
        <translation>JSON 形式的参数</translation>
    </message>
    <message>
        <source>Arguments of “{tool}”</source>
        <translation>“{tool}”的参数</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>表单</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>What is written for “{name}” is no value.</source>
        <translation>“{name}”中写的不是有效的值。</translation>
    </message>
    <message>
        <source>Run anyway</source>
        <translation>仍然运行</translation>
    </message>
    <message>
        <source>Run with these</source>
        <translation>用这些参数运行</translation>
    </message>
    <message>
        <source>These arguments fit the tool&apos;s schema.</source>
        <translation>这些参数符合工具的架构。</translation>
    </message>
</context>
<context>
    <name>ToolCall</name>
    <message>
        <source>(no output)</source>
        <translation>（无输出）</translation>
    </message>
    <message>
        <source>A malformed result</source>
        <translation>格式错误的结果</translation>
    </message>
    <message>
        <source>A timeout</source>
        <translation>超时</translation>
    </message>
    <message>
        <source>Allow</source>
        <translation>允许</translation>
    </message>
    <message>
        <source>Always for this tool</source>
        <translation>对此工具始终允许</translation>
    </message>
    <message>
        <source>An empty result</source>
        <translation>空结果</translation>
    </message>
    <message>
        <source>An error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Arguments</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>手动</translation>
    </message>
    <message>
        <source>Deny</source>
        <translation>拒绝</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Edit arguments…</source>
        <translation>编辑参数…</translation>
    </message>
    <message>
        <source>For how long</source>
        <translation>有效期</translation>
    </message>
    <message>
        <source>In this conversation</source>
        <translation>在此对话中</translation>
    </message>
    <message>
        <source>Inject a fault</source>
        <translation>注入故障</translation>
    </message>
    <message>
        <source>Just this once</source>
        <translation>仅此一次</translation>
    </message>
    <message>
        <source>Reason to tell the model, if you deny it</source>
        <translation>拒绝时告诉模型的理由</translation>
    </message>
    <message>
        <source>Reason, if you deny it</source>
        <translation>拒绝的理由</translation>
    </message>
    <message>
        <source>Replay a recorded result</source>
        <translation>重放记录的结果</translation>
    </message>
    <message>
        <source>Result for the model</source>
        <translation>给模型的结果</translation>
    </message>
    <message>
        <source>Run “{tool}” of the server “{server}”?</source>
        <translation>要运行服务器“{server}”的“{tool}”吗？</translation>
    </message>
    <message>
        <source>Send result</source>
        <translation>发送结果</translation>
    </message>
    <message>
        <source>Start the server…</source>
        <translation>启动服务器…</translation>
    </message>
    <message>
        <source>The answer was cut off at the token limit, perhaps within this call.</source>
        <translation>回答因达到 token 上限而被截断，可能就在此调用之中。</translation>
    </message>
    <message>
        <source>The arguments fit the tool&apos;s schema.</source>
        <translation>参数符合工具的架构。</translation>
    </message>
    <message>
        <source>The model calls “{tool}” of “{server}”, which does not run.</source>
        <translation>模型调用“{server}”的“{tool}”，但该服务器没有运行。</translation>
    </message>
    <message>
        <source>The model calls “{tool}”. What does it answer?</source>
        <translation>模型调用了“{tool}”。它返回什么？</translation>
    </message>
    <message>
        <source>The server has changed this tool since you last agreed to it:</source>
        <translation>自你上次同意以来，服务器更改了此工具：</translation>
    </message>
    <message>
        <source>Type or paste the result for the model</source>
        <translation>输入或粘贴给模型的结果</translation>
    </message>
    <message>
        <source>Type the result…</source>
        <translation>输入结果…</translation>
    </message>
    <message>
        <source>What was changed</source>
        <translation>更改的内容</translation>
    </message>
    <message>
        <source>{count} more waiting</source>
        <translation>还有 {count} 个在等待</translation>
    </message>
</context>
<context>
    <name>ToolFunctions</name>
    <message>
        <source>Another function has this name.</source>
        <translation>另一个函数已有此名称。</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Functions</source>
        <translation>函数</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>Letters, digits, _ and -, at most 64</source>
        <translation>字母、数字、_ 和 -，最多 64 个字符</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>No functions yet. Write one here, or import some.</source>
        <translation>还没有函数。在这里编写，或导入。</translation>
    </message>
    <message>
        <source>Parameters (JSON Schema)</source>
        <translation>参数（JSON Schema）</translation>
    </message>
    <message>
        <source>Parameters as JSON Schema</source>
        <translation>参数的 JSON Schema</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>The form that results</source>
        <translation>生成的表单</translation>
    </message>
    <message>
        <source>This is a sound JSON Schema.</source>
        <translation>这是有效的 JSON Schema。</translation>
    </message>
</context>
<context>
    <name>ToolImport</name>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Open file…</source>
        <translation>打开文件…</translation>
    </message>
</context>
<context>
    <name>ToolOffers</name>
    <message>
        <source>Ask for every call again</source>
        <translation>重新对每次调用进行询问</translation>
    </message>
    <message>
        <source>Calls in one answer</source>
        <translation>一次回答中的调用</translation>
    </message>
    <message>
        <source>Find a tool</source>
        <translation>查找工具</translation>
    </message>
    <message>
        <source>Parallel tool calls</source>
        <translation>并行工具调用</translation>
    </message>
    <message>
        <source>Review the change…</source>
        <translation>查看更改…</translation>
    </message>
    <message>
        <source>The model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>There are no tools yet. Write a function, or add a server.</source>
        <translation>还没有工具。请编写函数或添加服务器。</translation>
    </message>
    <message>
        <source>Tool choice</source>
        <translation>工具选择</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>工具</translation>
    </message>
    <message>
        <source>What is checked here is sent with every request of this conversation. Every call still waits for your decision.</source>
        <translation>此处勾选的内容会随此对话的每个请求一起发送。每次调用仍等待你的决定。</translation>
    </message>
    <message>
        <source>What the model is told of it</source>
        <translation>告诉模型的内容</translation>
    </message>
    <message>
        <source>Written by hand</source>
        <translation>手写</translation>
    </message>
    <message>
        <source>allowed in this conversation</source>
        <translation>在此对话中已允许</translation>
    </message>
    <message>
        <source>always allowed</source>
        <translation>始终允许</translation>
    </message>
    <message>
        <source>as the server likes (not sent)</source>
        <translation>由服务器决定（不发送）</translation>
    </message>
    <message>
        <source>as the side panel says</source>
        <translation>按侧边面板的设置</translation>
    </message>
    <message>
        <source>changed since you agreed to it</source>
        <translation>在你同意之后已更改</translation>
    </message>
    <message>
        <source>decides itself (auto)</source>
        <translation>自行决定（auto）</translation>
    </message>
    <message>
        <source>decides itself (not sent)</source>
        <translation>自行决定（不发送）</translation>
    </message>
    <message>
        <source>must call a tool (required)</source>
        <translation>必须调用工具（required）</translation>
    </message>
    <message>
        <source>must call {name}</source>
        <translation>必须调用 {name}</translation>
    </message>
    <message>
        <source>must not call any (none)</source>
        <translation>不得调用（none）</translation>
    </message>
    <message>
        <source>one at a time (false)</source>
        <translation>一次一个（false）</translation>
    </message>
    <message>
        <source>several at once (true)</source>
        <translation>同时多个（true）</translation>
    </message>
</context>
<context>
    <name>ToolResult</name>
    <message>
        <source>A recorded result</source>
        <translation>记录的结果</translation>
    </message>
    <message>
        <source>An injected fault</source>
        <translation>注入的故障</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Cancelled while it ran</source>
        <translation>运行时被取消</translation>
    </message>
    <message>
        <source>Cancelled; it did not run</source>
        <translation>已取消；没有运行</translation>
    </message>
    <message>
        <source>Cannot be decoded; not sent</source>
        <translation>无法解码；未发送</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>复制地址</translation>
    </message>
    <message>
        <source>Data of another kind; not sent</source>
        <translation>数据类型不符；未发送</translation>
    </message>
    <message>
        <source>Denied by you</source>
        <translation>被你拒绝</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>From the app</source>
        <translation>来自应用</translation>
    </message>
    <message>
        <source>It ran with arguments that you edited:</source>
        <translation>以你编辑过的参数运行：</translation>
    </message>
    <message>
        <source>No data; not sent</source>
        <translation>没有数据；未发送</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Refused by the app</source>
        <translation>被应用拒绝</translation>
    </message>
    <message>
        <source>Result for the model</source>
        <translation>给模型的结果</translation>
    </message>
    <message>
        <source>Running: {done}</source>
        <translation>正在运行：{done}</translation>
    </message>
    <message>
        <source>Running: {done} of {total}</source>
        <translation>正在运行：{done} / {total}</translation>
    </message>
    <message>
        <source>Running…</source>
        <translation>正在运行…</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>Save the file</source>
        <translation>保存文件</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>The app ended before you decided about this call; it did not run.</source>
        <translation>在您决定此调用之前应用已结束；它没有运行。</translation>
    </message>
    <message>
        <source>The app ended while this call ran; what it brought is not known.</source>
        <translation>此调用运行时应用已结束；结果未知。</translation>
    </message>
    <message>
        <source>The result is not what the tool promised:</source>
        <translation>结果与工具承诺的不符：</translation>
    </message>
    <message>
        <source>The tool failed</source>
        <translation>工具失败</translation>
    </message>
    <message>
        <source>Typed by you</source>
        <translation>由你输入</translation>
    </message>
    <message>
        <source>Waits for your decision</source>
        <translation>等待你的决定</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>还有 {count} 项</translation>
    </message>
    <message>
        <source>fits its output schema</source>
        <translation>符合其输出模式</translation>
    </message>
    <message>
        <source>not sent</source>
        <translation>不发送</translation>
    </message>
    <message>
        <source>{count} more characters are not shown; Copy has all of them.</source>
        <translation>还有 {count} 个字符未显示；“复制”会复制全部内容。</translation>
    </message>
    <message>
        <source>{count} more parts are not shown.</source>
        <translation>还有 {count} 个部分未显示。</translation>
    </message>
    <message>
        <source>{name} cannot be decoded.</source>
        <translation>无法解码 {name}。</translation>
    </message>
</context>
<context>
    <name>ToolServers</name>
    <message>
        <source>A new server</source>
        <translation>新服务器</translation>
    </message>
    <message>
        <source>A program on this computer</source>
        <translation>这台电脑上的程序</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>An address (streamable HTTP)</source>
        <translation>地址（可流式传输的 HTTP）</translation>
    </message>
    <message>
        <source>Another server has this name.</source>
        <translation>另一个服务器已有此名称。</translation>
    </message>
    <message>
        <source>App of your own</source>
        <translation>自行注册的应用</translation>
    </message>
    <message>
        <source>Arguments, one a line</source>
        <translation>参数，每行一个</translation>
    </message>
    <message>
        <source>Can write or run programs</source>
        <translation>可以写入或运行程序</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Choose tools…</source>
        <translation>选择工具…</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Client ID</source>
        <translation>客户端 ID</translation>
    </message>
    <message>
        <source>Client secret</source>
        <translation>客户端密钥</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>复制地址</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>全部复制</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Headers, NAME=value</source>
        <translation>标头，名称=值</translation>
    </message>
    <message>
        <source>ID, if it is asked for</source>
        <translation>ID（仅在要求时填写）</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>It asks you to sign in at {host}.</source>
        <translation>它要求您在 {host} 登录。</translation>
    </message>
    <message>
        <source>Its tools are then never allowed for always.</source>
        <translation>其工具永远不会被始终允许。</translation>
    </message>
    <message>
        <source>Line {number} has no name before the “=”.</source>
        <translation>第 {number} 行的“=”前没有名称。</translation>
    </message>
    <message>
        <source>Line {number} has no “=” between name and value.</source>
        <translation>第 {number} 行的名称和值之间没有“=”。</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Look at it</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Move into the variables</source>
        <translation>移到变量中</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>No browser could be opened. Copy the address, and open it in one yourself.</source>
        <translation>无法打开浏览器。请复制地址，自行在浏览器中打开。</translation>
    </message>
    <message>
        <source>No servers yet. Describe one here, or import another program&apos;s file.</source>
        <translation>还没有服务器。在这里描述一个，或导入其他程序的文件。</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>暂不</translation>
    </message>
    <message>
        <source>Nothing was written yet.</source>
        <translation>还没有写入任何内容。</translation>
    </message>
    <message>
        <source>Only where apps must be registered first. The address to come back to:</source>
        <translation>仅用于须先注册应用的服务器。返回地址：</translation>
    </message>
    <message>
        <source>Port that the browser comes back to</source>
        <translation>浏览器返回的端口</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>程序</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>重新启动</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Servers</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation>登录…</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>退出登录</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Start a tool server</source>
        <translation>启动工具服务器</translation>
    </message>
    <message>
        <source>Start for this run: {names}?</source>
        <translation>为本次运行启动：{names}？</translation>
    </message>
    <message>
        <source>Start it</source>
        <translation>启动它</translation>
    </message>
    <message>
        <source>Start with the app</source>
        <translation>随应用启动</translation>
    </message>
    <message>
        <source>Start…</source>
        <translation>启动…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>The command line named them. They run as you; their tools are offered in the conversations of this run, and each call still waits for your decision.</source>
        <translation>它们由命令行指定，以你的身份运行；其工具会提供给本次运行的对话，每次调用仍等待你的决定。</translation>
    </message>
    <message>
        <source>The page where you sign in to the tool server “{name}”:</source>
        <translation>登录工具服务器“{name}”的页面：</translation>
    </message>
    <message>
        <source>The server “{name}” is reached at this address, with these headers:</source>
        <translation>服务器“{name}”通过此地址和以下标头访问：</translation>
    </message>
    <message>
        <source>The server “{name}” runs this program on your computer, as you:</source>
        <translation>服务器“{name}”以你的身份在你的电脑上运行此程序：</translation>
    </message>
    <message>
        <source>The server “{name}” was deleted.</source>
        <translation>已删除服务器“{name}”。</translation>
    </message>
    <message>
        <source>The system&apos;s keyring did not take the sign-in to “{name}”; it holds until the app ends.</source>
        <translation>系统密钥环未能保存“{name}”的登录；它在应用退出前有效。</translation>
    </message>
    <message>
        <source>The system&apos;s keyring did not take the values of “{name}”; they are known until the app ends.</source>
        <translation>系统密钥环未接受“{name}”的值；在应用结束之前会保留它们。</translation>
    </message>
    <message>
        <source>There seems to be a key among the arguments ({names}). Arguments are saved as they are, on the disk; variables go into the keyring.</source>
        <translation>参数中似乎有密钥（{names}）。参数会原样保存在磁盘上；变量则存入密钥环。</translation>
    </message>
    <message>
        <source>There seems to be a key in the address, which is saved as it is, on the disk. Use a header instead: headers go into the keyring.</source>
        <translation>地址中似乎有密钥，而地址会原样保存在磁盘上。请改用标头：标头会存入密钥环。</translation>
    </message>
    <message>
        <source>This page belongs to no sign-in that the app waits for.</source>
        <translation>此页面不属于应用正在等待的登录。</translation>
    </message>
    <message>
        <source>Tools offered in this conversation: {count}</source>
        <translation>此对话提供的工具：{count}</translation>
    </message>
    <message>
        <source>Values go into the system&apos;s keyring and are not shown again.</source>
        <translation>值存入系统密钥环，不会再次显示。</translation>
    </message>
    <message>
        <source>Variables, NAME=value</source>
        <translation>变量，名称=值</translation>
    </message>
    <message>
        <source>Waiting for your browser: sign in there at {host}, and come back.</source>
        <translation>正在等待浏览器：请在那里登录 {host}，然后返回。</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>What would be run</source>
        <translation>将要运行的内容</translation>
    </message>
    <message>
        <source>You are signed in. You can close this page and go back to the app.</source>
        <translation>您已登录。可以关闭此页面并返回应用。</translation>
    </message>
    <message>
        <source>You were not signed in. You can close this page; the app says why.</source>
        <translation>未能登录。可以关闭此页面；应用会说明原因。</translation>
    </message>
    <message>
        <source>any port</source>
        <translation>任意端口</translation>
    </message>
    <message>
        <source>changed since you agreed to it:</source>
        <translation>自你同意以来已更改：</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>not started</source>
        <translation>未启动</translation>
    </message>
    <message>
        <source>runs, {count} tools</source>
        <translation>运行中，{count} 个工具</translation>
    </message>
    <message>
        <source>secret, if any</source>
        <translation>密钥（如有）</translation>
    </message>
    <message>
        <source>secret: kept</source>
        <translation>密钥：已保存</translation>
    </message>
    <message>
        <source>starting…</source>
        <translation>正在启动…</translation>
    </message>
    <message>
        <source>{state}; others were left out, see its log</source>
        <translation>{state}；其余被略去，见其日志</translation>
    </message>
</context>
<context>
    <name>Tools</name>
    <message>
        <source>A batch file cannot be given arguments with one of these: &amp; | &gt; &lt; ^ &quot; %</source>
        <translation>批处理文件的参数不能含有以下字符：&amp; | &gt; &lt; ^ &quot; %</translation>
    </message>
    <message>
        <source>A changed tool</source>
        <translation>已更改的工具</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>所有文件</translation>
    </message>
    <message>
        <source>Decide again…</source>
        <translation>重新决定…</translation>
    </message>
    <message>
        <source>End here</source>
        <translation>到此为止</translation>
    </message>
    <message>
        <source>Functions</source>
        <translation>函数</translation>
    </message>
    <message>
        <source>Functions from JSON</source>
        <translation>从 JSON 导入函数</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Go on without</source>
        <translation>不等结果，继续</translation>
    </message>
    <message>
        <source>Is it running, and is the address right?</source>
        <translation>它在运行吗？地址正确吗？</translation>
    </message>
    <message>
        <source>Restart it, or look into its log.</source>
        <translation>请重新启动它，或查看其日志。</translation>
    </message>
    <message>
        <source>Rounds of tool calls in a row: {count}. Go on?</source>
        <translation>连续的工具调用轮数：{count}。继续吗？</translation>
    </message>
    <message>
        <source>Save them</source>
        <translation>保存更改</translation>
    </message>
    <message>
        <source>Servers</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>Servers from JSON</source>
        <translation>从 JSON 导入服务器</translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation>登录…</translation>
    </message>
    <message>
        <source>Start the server again later.</source>
        <translation>请稍后重新启动服务器。</translation>
    </message>
    <message>
        <source>Take it as it is now</source>
        <translation>按现状接受</translation>
    </message>
    <message>
        <source>The arguments are not a JSON object.</source>
        <translation>参数不是 JSON 对象。</translation>
    </message>
    <message>
        <source>The browser brought no sign-in to “{name}” within {minutes} minutes.</source>
        <translation>浏览器在 {minutes} 分钟内未完成“{name}”的登录。</translation>
    </message>
    <message>
        <source>The browser cannot come back: another program uses port {port}.</source>
        <translation>浏览器无法返回：端口 {port} 被其他程序占用。</translation>
    </message>
    <message>
        <source>The function “{name}” was deleted.</source>
        <translation>已删除函数“{name}”。</translation>
    </message>
    <message>
        <source>The sign-in to “{name}” has ended: {host} did not renew it. Sign in again.</source>
        <translation>“{name}”的登录已失效：{host} 未予续期。请重新登录。</translation>
    </message>
    <message>
        <source>The sign-in to “{name}” was refused at {host}: {said}</source>
        <translation>“{name}”的登录在 {host} 被拒绝：{said}</translation>
    </message>
    <message>
        <source>The tool promised structured content and sent none.</source>
        <translation>该工具承诺了结构化内容，但没有发送。</translation>
    </message>
    <message>
        <source>There is no server in this.</source>
        <translation>其中没有服务器。</translation>
    </message>
    <message>
        <source>These values are not in the file, and are still to be typed in: {names}</source>
        <translation>这些值不在文件中，仍需输入：{names}</translation>
    </message>
    <message>
        <source>This conversation</source>
        <translation>此对话</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>工具</translation>
    </message>
    <message>
        <source>What the system keyring has for {name} cannot be read.</source>
        <translation>无法读取系统密钥环中 {name} 的值。</translation>
    </message>
    <message>
        <source>Your changes to “{name}” were not saved.</source>
        <translation>对“{name}”的更改没有保存。</translation>
    </message>
    <message>
        <source>“{name}” answered with the status {status}.</source>
        <translation>“{name}”以状态 {status} 作答。</translation>
    </message>
    <message>
        <source>“{name}” asks for a key, or refuses the one it was sent (status {status}).</source>
        <translation>“{name}”要求密钥，或拒绝了发送的密钥（状态 {status}）。</translation>
    </message>
    <message>
        <source>“{name}” cannot be reached: {error}</source>
        <translation>无法连接“{name}”：{error}</translation>
    </message>
    <message>
        <source>“{name}” wants a sign-in at {host} that allows more. Sign in again.</source>
        <translation>“{name}”需要在 {host} 以更多权限登录。请重新登录。</translation>
    </message>
    <message>
        <source>“{tool}” of the server “{server}”</source>
        <translation>服务器“{server}”的“{tool}”</translation>
    </message>
    <message>
        <source>It wrote nothing about it.</source>
        <translation>它没有写下任何原因。</translation>
    </message>
    <message>
        <source>It wrote: {words}</source>
        <translation>它写道：{words}</translation>
    </message>
    <message>
        <source>Register an app there, with the address {address} to come back to, and write its client ID into the settings of “{name}”.</source>
        <translation>请在那里注册一个应用，返回地址为 {address}，并将其客户端 ID 填入“{name}”的设置。</translation>
    </message>
    <message>
        <source>The server sent too much that nobody had asked for.</source>
        <translation>服务器发送了过多无人请求的内容。</translation>
    </message>
    <message>
        <source>The value of {names} is not known.</source>
        <translation>{names} 的值未知。</translation>
    </message>
    <message>
        <source>There is no function in this.</source>
        <translation>其中没有函数。</translation>
    </message>
    <message>
        <source>There is no program “{command}” on this computer.</source>
        <translation>这台电脑上没有程序“{command}”。</translation>
    </message>
    <message>
        <source>There is no such server.</source>
        <translation>没有这样的服务器。</translation>
    </message>
    <message>
        <source>Tool calls that have no result yet: {count}</source>
        <translation>还没有结果的工具调用：{count}</translation>
    </message>
    <message>
        <source>Type it into the server&apos;s settings again.</source>
        <translation>请在服务器的设置中重新输入。</translation>
    </message>
    <message>
        <source>What “{name}” says about signing in cannot be used: {said}</source>
        <translation>“{name}”提供的登录信息无法使用：{said}</translation>
    </message>
    <message>
        <source>Write the key into its headers, such as Authorization=Bearer and the key.</source>
        <translation>请将密钥写入其标头，例如 Authorization=Bearer 加密钥。</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>还有 {count} 项</translation>
    </message>
    <message>
        <source>{host} could not renew the sign-in to “{name}” (status {status}).</source>
        <translation>{host} 未能为“{name}”的登录续期（状态 {status}）。</translation>
    </message>
    <message>
        <source>{host} did not let this app sign in to “{name}”: {said}</source>
        <translation>{host} 不允许此应用登录“{name}”：{said}</translation>
    </message>
    <message>
        <source>{host} takes no app that it does not know.</source>
        <translation>{host} 不接受未注册的应用。</translation>
    </message>
    <message>
        <source>{host}, where one signs in to “{name}”, did not answer in time.</source>
        <translation>“{name}”的登录地址 {host} 未及时响应。</translation>
    </message>
    <message>
        <source>“{name}” answered with an error: {error}</source>
        <translation>“{name}”返回错误：{error}</translation>
    </message>
    <message>
        <source>“{name}” asks you to sign in at {host}.</source>
        <translation>“{name}”要求您在 {host} 登录。</translation>
    </message>
    <message>
        <source>“{name}” could not be started: {reason}</source>
        <translation>无法启动“{name}”：{reason}</translation>
    </message>
    <message>
        <source>“{name}” does not answer.</source>
        <translation>“{name}”没有响应。</translation>
    </message>
    <message>
        <source>“{name}” failed: {error}</source>
        <translation>“{name}”失败：{error}</translation>
    </message>
    <message>
        <source>“{name}” has ended with status {status}.</source>
        <translation>“{name}”已结束，状态为 {status}。</translation>
    </message>
    <message>
        <source>“{name}” has ended.</source>
        <translation>“{name}”已结束。</translation>
    </message>
    <message>
        <source>“{name}” must be approved before it starts.</source>
        <translation>“{name}”启动前必须获得批准。</translation>
    </message>
</context>
<context>
    <name>Transfer</name>
    <message>
        <source>A conversation in it is larger than {size} MB.</source>
        <translation>其中有一个对话大于 {size} MB。</translation>
    </message>
    <message>
        <source>A newer version of this app wrote it.</source>
        <translation>它由此应用的较新版本写入。</translation>
    </message>
    <message>
        <source>All conversations</source>
        <translation>所有对话</translation>
    </message>
    <message>
        <source>And {count} more.</source>
        <translation>还有 {count} 项。</translation>
    </message>
    <message>
        <source>Assistant</source>
        <translation>助手</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>对话</translation>
    </message>
    <message>
        <source>Developer</source>
        <translation>开发者</translation>
    </message>
    <message>
        <source>Everything, to import again (JSON)</source>
        <translation>全部内容，可再次导入（JSON）</translation>
    </message>
    <message>
        <source>Export conversations</source>
        <translation>导出对话</translation>
    </message>
    <message>
        <source>Exported conversations</source>
        <translation>导出的对话</translation>
    </message>
    <message>
        <source>Exported to {name}. Conversations: {count}.</source>
        <translation>已导出到 {name}。对话：{count}。</translation>
    </message>
    <message>
        <source>Exporting…</source>
        <translation>正在导出…</translation>
    </message>
    <message>
        <source>Exporting… {percent} % (conversations: {count})</source>
        <translation>正在导出… {percent} %（对话：{count}）</translation>
    </message>
    <message>
        <source>Import conversations</source>
        <translation>导入对话</translation>
    </message>
    <message>
        <source>Importing…</source>
        <translation>正在导入…</translation>
    </message>
    <message>
        <source>Importing… {percent} % (conversations: {count})</source>
        <translation>正在导入… {percent} %（对话：{count}）</translation>
    </message>
    <message>
        <source>It breaks off or stops being JSON after character {place}.</source>
        <translation>它在第 {place} 个字符之后中断或不再是 JSON。</translation>
    </message>
    <message>
        <source>It cannot be read: {reason}.</source>
        <translation>无法读取：{reason}。</translation>
    </message>
    <message>
        <source>It is empty.</source>
        <translation>文件为空。</translation>
    </message>
    <message>
        <source>It is here already.</source>
        <translation>这里已有它。</translation>
    </message>
    <message>
        <source>It is malformed at “{where}”.</source>
        <translation>“{where}”处格式错误。</translation>
    </message>
    <message>
        <source>It is nested too deeply.</source>
        <translation>嵌套过深。</translation>
    </message>
    <message>
        <source>It is not UTF-8 text.</source>
        <translation>不是 UTF-8 文本。</translation>
    </message>
    <message>
        <source>Its format is not known.</source>
        <translation>格式未知。</translation>
    </message>
    <message>
        <source>Messages that could not be read: {count}.</source>
        <translation>无法读取的消息：{count}。</translation>
    </message>
    <message>
        <source>Messages that say something else here and were left as they are: {count}.</source>
        <translation>在此处内容不同而保持原样的消息：{count}。</translation>
    </message>
    <message>
        <source>Messages with an identifier that came before: {count}.</source>
        <translation>标识符重复的消息：{count}。</translation>
    </message>
    <message>
        <source>New conversations: {count}.</source>
        <translation>新对话：{count}。</translation>
    </message>
    <message>
        <source>New messages: {count}.</source>
        <translation>新消息：{count}。</translation>
    </message>
    <message>
        <source>Not taken:</source>
        <translation>未导入：</translation>
    </message>
    <message>
        <source>Other files in the archive: {count}.</source>
        <translation>压缩包中的其他文件：{count}。</translation>
    </message>
    <message>
        <source>Parts of an unknown kind: {count}.</source>
        <translation>未知类型的部分：{count}。</translation>
    </message>
    <message>
        <source>Pictures or files that are not in the export: {count}.</source>
        <translation>导出文件中没有的图片或文件：{count}。</translation>
    </message>
    <message>
        <source>Reasoning</source>
        <translation>推理</translation>
    </message>
    <message>
        <source>Request fields with a value of the wrong type (kept for export only): {count}.</source>
        <translation>值类型错误的请求字段（仅为导出而保留）：{count}。</translation>
    </message>
    <message>
        <source>System</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>The archive holds no conversations.</source>
        <translation>压缩包中没有对话。</translation>
    </message>
    <message>
        <source>The archive is damaged or locked.</source>
        <translation>压缩包已损坏或被锁定。</translation>
    </message>
    <message>
        <source>The export was cancelled; nothing was written.</source>
        <translation>导出已取消；没有写入任何内容。</translation>
    </message>
    <message>
        <source>The file&apos;s name must end in one of {suffixes}.</source>
        <translation>文件名必须以下列之一结尾：{suffixes}。</translation>
    </message>
    <message>
        <source>The import was cancelled; what had been taken stays.</source>
        <translation>导入已取消；已导入的内容会保留。</translation>
    </message>
    <message>
        <source>The shown branch, to edit (Markdown)</source>
        <translation>显示的分支，用于编辑（Markdown）</translation>
    </message>
    <message>
        <source>The shown branch, to print (PDF)</source>
        <translation>显示的分支，用于打印（PDF）</translation>
    </message>
    <message>
        <source>The shown branch, to read (web page)</source>
        <translation>显示的分支，用于阅读（网页）</translation>
    </message>
    <message>
        <source>The shown conversation</source>
        <translation>显示的对话</translation>
    </message>
    <message>
        <source>The {count} marked in the list</source>
        <translation>列表中标记的 {count} 个</translation>
    </message>
    <message>
        <source>There is no message in it.</source>
        <translation>其中没有消息。</translation>
    </message>
    <message>
        <source>There is no such file.</source>
        <translation>没有这样的文件。</translation>
    </message>
    <message>
        <source>This is not an export of a program that is known here.</source>
        <translation>这不是已知程序的导出文件。</translation>
    </message>
    <message>
        <source>Tool</source>
        <translation>工具</translation>
    </message>
    <message>
        <source>Tool call: {name}</source>
        <translation>工具调用：{name}</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>无标题</translation>
    </message>
    <message>
        <source>User</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>What to export:</source>
        <translation>导出内容：</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>已中断</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>{file}: {reason} (conversations: {count})</source>
        <translation>{file}：{reason}（对话：{count}）</translation>
    </message>
    <message>
        <source>{name} cannot be written: {reason}.</source>
        <translation>无法写入 {name}：{reason}。</translation>
    </message>
    <message>
        <source>{prompt} + {answer} tokens</source>
        <translation>{prompt} + {answer} 个 token</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message numerus="yes">
        <source>%n answering</source>
        <translation>
            <numerusform>正在回答 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>New conversation</source>
        <translation>新建对话</translation>
    </message>
    <message>
        <source>Quick question…</source>
        <translation>快速提问…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Show or hide the window</source>
        <translation>显示或隐藏窗口</translation>
    </message>
</context>
<context>
    <name>Undo</name>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Undo: {what}</source>
        <translation>撤销：{what}</translation>
    </message>
</context>
<context>
    <name>Usage</name>
    <message>
        <source>(deleted)</source>
        <translation>（已删除）</translation>
    </message>
    <message>
        <source>12 months</source>
        <translation>12 个月</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 天</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 天</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>By answer</source>
        <translation>按回答</translation>
    </message>
    <message>
        <source>By conversation</source>
        <translation>按对话</translation>
    </message>
    <message>
        <source>By day</source>
        <translation>按天</translation>
    </message>
    <message>
        <source>By endpoint</source>
        <translation>按端点</translation>
    </message>
    <message>
        <source>By model</source>
        <translation>按模型</translation>
    </message>
    <message>
        <source>By purpose</source>
        <translation>按用途</translation>
    </message>
    <message>
        <source>Cached</source>
        <translation>缓存</translation>
    </message>
    <message>
        <source>Cached prompt</source>
        <translation>缓存的提示词</translation>
    </message>
    <message>
        <source>Completion</source>
        <translation>补全</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>对话</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>费用</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Endpoint</source>
        <translation>端点</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>No tokens were used in this time.</source>
        <translation>这段时间没有使用任何 token。</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>时段</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>Prices and budget</source>
        <translation>价格和预算</translation>
    </message>
    <message>
        <source>Prices of a million tokens, in the currency of your bill. Only what an endpoint states or you enter is counted with; an emptied row goes back to what is stated.</source>
        <translation>每百万 token 的价格，以你账单的货币计。只按端点公布或你输入的价格计算；清空一行即恢复公布的价格。</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>提示词</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>Reasoning</source>
        <translation>推理</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>音频</translation>
    </message>
    <message>
        <source>Sound in</source>
        <translation>音频输入</translation>
    </message>
    <message>
        <source>Sound out</source>
        <translation>音频输出</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Summed up</source>
        <translation>汇总方式</translation>
    </message>
    <message>
        <source>Sums</source>
        <translation>汇总</translation>
    </message>
    <message>
        <source>Sweeps</source>
        <translation>参数扫描</translation>
    </message>
    <message>
        <source>This conversation so far</source>
        <translation>此对话至今</translation>
    </message>
    <message>
        <source>This month has cost {spent} of the {budget} you want to spend.</source>
        <translation>本月费用为 {spent}，你的预算为 {budget}。</translation>
    </message>
    <message>
        <source>This month has cost {spent}: more than the {budget} you wanted to spend.</source>
        <translation>本月费用为 {spent}，超过了你的预算 {budget}。</translation>
    </message>
    <message>
        <source>This month so far: {cost}</source>
        <translation>本月至今：{cost}</translation>
    </message>
    <message>
        <source>Titles</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>token</translation>
    </message>
    <message>
        <source>Trials of endpoints</source>
        <translation>端点测试</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>无标题</translation>
    </message>
    <message>
        <source>Usage</source>
        <translation>用量</translation>
    </message>
    <message>
        <source>Usage and cost</source>
        <translation>用量和费用</translation>
    </message>
    <message>
        <source>Warn when a month costs more than</source>
        <translation>当月费用超过以下金额时警告</translation>
    </message>
    <message>
        <source>cost {cost}</source>
        <translation>费用 {cost}</translation>
    </message>
    <message>
        <source>incomplete</source>
        <translation>不完整</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>stated</source>
        <translation>公布</translation>
    </message>
    <message>
        <source>yours</source>
        <translation>你的</translation>
    </message>
    <message>
        <source>{count} tokens · cost {cost}</source>
        <translation>{count} 个 token · 费用 {cost}</translation>
    </message>
    <message>
        <source>{day}: {count} tokens, cost {cost}</source>
        <translation>{day}：{count} 个 token，费用 {cost}</translation>
    </message>
    <message>
        <source>{purpose}: {count} tokens</source>
        <translation>{purpose}：{count} 个 token</translation>
    </message>
    <message>
        <source>{what}, cost {cost}</source>
        <translation>{what}，费用 {cost}</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>Chat</source>
        <translation>聊天</translation>
    </message>
</context>
<context>
    <name>Writing</name>
    <message>
        <source>Select some words of a message first.</source>
        <translation>请先选择消息中的一些文字。</translation>
    </message>
    <message>
        <source>The next request, estimated</source>
        <translation>下一次请求（估算）</translation>
    </message>
    <message>
        <source>This is more than the model can read.</source>
        <translation>超出了模型可读取的长度。</translation>
    </message>
    <message>
        <source>Tokens of the next request, estimated, and how many the model can read</source>
        <translation>下一次请求的估算 token 数，以及模型可读取的数量</translation>
    </message>
    <message>
        <source>≈ {count} tokens</source>
        <translation>约 {count} 个 token</translation>
    </message>
</context>
<context>
    <name>WrittenMessage</name>
    <message>
        <source>Say which tool call this answers.</source>
        <translation>请指明这是对哪个工具调用的回应。</translation>
    </message>
    <message>
        <source>Tool call {number} needs an id and a function’s name.</source>
        <translation>工具调用 {number} 需要 id 和函数名。</translation>
    </message>
    <message>
        <source>Tool calls are a JSON array.</source>
        <translation>工具调用是一个 JSON 数组。</translation>
    </message>
    <message>
        <source>Write the message first.</source>
        <translation>请先输入消息。</translation>
    </message>
</context>
</TS>
